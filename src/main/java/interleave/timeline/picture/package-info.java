/**
 * The whole picture: overview, ruler, rows, legend, playhead, and figures with title and
 * parameters.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.lod}: what is left of many events in a pixel
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.tableau}: a figure may show it below the rows
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code timeline.track.order}: what happens before what, over the rows
 *   <li>{@code timeline.track.slice}: slices stand in the overview, too
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A drawing is made by one thread, which need not be the toolkit's; what it returns is
 * immutable.
 */
@NullMarked
package interleave.timeline.picture;

import org.jspecify.annotations.NullMarked;

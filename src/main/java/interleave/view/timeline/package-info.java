/**
 * The timeline as a control: what it shows (control), how it paints (skin, picture maker), what
 * keys, wheel and mouse do to it (behavior).
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.picture}: the whole picture
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.raster}: from marks to pixels
 *   <li>{@code timeline.relation}: what interacts with what
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on the JavaFX thread; pictures are made on a thread of their own, down to their pixels,
 * of which only the newest counts.
 */
@NullMarked
package interleave.view.timeline;

import org.jspecify.annotations.NullMarked;

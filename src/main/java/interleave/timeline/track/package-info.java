/**
 * The kinds of tracks: which rows a timeline has, and how each is drawn.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.events}: what happens, row by row
 *   <li>{@code timeline.explain}: sentences about things
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.lod}: what is left of many events in a pixel
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.search}: finds things by their names
 *   <li>{@code timeline.seen}: threads as they were seen at single moments
 *   <li>{@code timeline.statistics}: tables of figures
 *   <li>{@code timeline.track.slice}: how slices, flows and counters are drawn
 *   <li>{@code timeline.track.turn}: how what became of a process is drawn
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A drawing is made by one thread, which need not be the toolkit's.
 */
@NullMarked
package interleave.timeline.track;

import org.jspecify.annotations.NullMarked;

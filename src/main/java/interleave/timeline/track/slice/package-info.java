/**
 * How named slices, moments, flows and counters are drawn, wherever their rows are: what stands
 * within the lane of a thread and in a row that is none is drawn in one way.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what is drawn
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.layout}: scales, what is folded, how times are written
 *   <li>{@code timeline.lod}: what is left of many events in a pixel
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A drawing is made by one thread, which need not be the toolkit's.
 */
@NullMarked
package interleave.timeline.track.slice;

import org.jspecify.annotations.NullMarked;

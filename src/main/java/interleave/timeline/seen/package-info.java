/**
 * How threads are drawn that were seen at single moments: beads on their lanes and on the rows of
 * locks, in the order of time.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.events}: what happens, row by row
 *   <li>{@code timeline.layout}: scales, and how what was seen is written
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A drawing is made by one thread, which need not be the toolkit's.
 */
@NullMarked
package interleave.timeline.seen;

import org.jspecify.annotations.NullMarked;

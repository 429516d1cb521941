/**
 * What became of a process between its start and its end, drawn on its bar.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what is drawn
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.layout}: scales of time
 * </ul>
 *
 * <p>A drawing is made by one thread, which need not be the toolkit's.
 */
@NullMarked
package interleave.timeline.track.turn;

import org.jspecify.annotations.NullMarked;

/**
 * Where things stand: the scale of time, the window that is looked through, the ticks of the ruler,
 * the rows of the timeline and how chips share them.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: what threads were seen doing
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything is immutable or stateless and may be used from any thread.
 */
@NullMarked
package interleave.timeline.layout;

import org.jspecify.annotations.NullMarked;

/**
 * Where time goes: the stacks that threads were seen with, summed up as a tree of functions that
 * called each other, from the root or from the innermost frames. Of the whole run, of some threads,
 * of a stretch of time.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: what was known of a thread when it was seen
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.range}: stretches of time, and who waits how long for an answer
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure functions of a snapshot, for any thread; what takes long can be given up.
 */
@NullMarked
package interleave.timeline.stack;

import org.jspecify.annotations.NullMarked;

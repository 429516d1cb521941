/**
 * Stacks that threads were seen with: what is told of them, as a tree that all of a run share, and
 * the samples of each lane.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: what was known of a thread when it was seen
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: columns that only grow
 *   <li>{@code timeline.derive.column}: how much of a recording is understood
 * </ul>
 *
 * <p>One thread writes; views read the prefix that their snapshot names.
 */
@NullMarked
package interleave.timeline.derive.stack;

import org.jspecify.annotations.NullMarked;

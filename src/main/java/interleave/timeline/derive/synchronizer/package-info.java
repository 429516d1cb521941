/**
 * What semaphores, latches, barriers, phasers and the like come to: a builder for each kind.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: columns that only grow
 *   <li>{@code timeline.derive.column}: columns of spans, holds and waiters
 *   <li>{@code timeline.grammar}: what a kind of event means
 * </ul>
 *
 * <p>One thread writes; views read the prefix that their snapshot names.
 */
@NullMarked
package interleave.timeline.derive.synchronizer;

import org.jspecify.annotations.NullMarked;

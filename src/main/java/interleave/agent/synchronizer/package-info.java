/**
 * Semaphores, latches, barriers, phasers, and threads that park.
 *
 * <p>May use {@code agent.lock} for conditions, which a program may await by the same words as
 * latches, and for locks that a thread is parked for; {@code agent.rewrite}, {@code agent.trace},
 * {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.synchronizer;

import org.jspecify.annotations.NullMarked;

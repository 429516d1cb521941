/**
 * Semaphores, latches, barriers, phasers, and threads that park.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.lock}: a latch is awaited by the same words as a condition, and threads park
 *       at locks
 *   <li>{@code agent.rewrite}: puts hooks around calls and instructions
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.synchronizer;

import org.jspecify.annotations.NullMarked;

/**
 * Queues between threads, and which message is which.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.rewrite}: puts hooks around calls and instructions
 *   <li>{@code agent.task}: is told what is taken out of a pool's queue
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.queue;

import org.jspecify.annotations.NullMarked;

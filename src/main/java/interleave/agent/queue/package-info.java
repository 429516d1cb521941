/**
 * Queues between threads, and which message is which.
 *
 * <p>May use {@code agent.rewrite}, {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.queue;

import org.jspecify.annotations.NullMarked;

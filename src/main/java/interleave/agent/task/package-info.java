/**
 * Executors, futures and completion stages: tasks from being handed over to their end.
 *
 * <p>May use {@code agent.rewrite}, {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.task;

import org.jspecify.annotations.NullMarked;

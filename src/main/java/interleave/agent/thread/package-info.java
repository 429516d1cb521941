/**
 * Threads: their making, begin and end, join, sleep, interrupt; carriers of virtual threads.
 *
 * <p>May use {@code agent.rewrite}, {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.thread;

import org.jspecify.annotations.NullMarked;

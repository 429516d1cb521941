/**
 * Child processes, their pipes, and the end of this one.
 *
 * <p>May use {@code agent.rewrite}, {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.process;

import org.jspecify.annotations.NullMarked;

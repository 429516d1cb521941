/**
 * What the program prints.
 *
 * <p>May use {@code agent.rewrite}, {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.output;

import org.jspecify.annotations.NullMarked;

/**
 * Exchangers: who came, who waited, and which two met.
 *
 * <p>May use {@code agent.rewrite}, {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.exchanger;

import org.jspecify.annotations.NullMarked;

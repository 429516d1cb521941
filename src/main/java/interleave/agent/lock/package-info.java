/**
 * Locks, conditions and monitors: asked for, acquired, released, waited at.
 *
 * <p>May use {@code agent.rewrite}, {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.lock;

import org.jspecify.annotations.NullMarked;

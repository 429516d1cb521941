/**
 * Locks, conditions and monitors: asked for, acquired, released, waited at.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.control}: whether a wait of a program under control is over
 *   <li>{@code agent.rewrite}: puts hooks around calls and instructions
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.lock;

import org.jspecify.annotations.NullMarked;

/**
 * What the program prints.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.rewrite}: puts hooks around calls and instructions
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Hooks run on the traced program's threads.
 */
@NullMarked
package interleave.agent.output;

import org.jspecify.annotations.NullMarked;

/**
 * The rewriting of class files: which classes need it, what a method does where, and what is put
 * around its calls and instructions. It knows no construct: the families of hooks are handed to it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.trace}: lanes, things, names and notes
 *   <li>{@code event}: writes what happens
 * </ul>
 *
 * <p>Runs on whichever thread loads a class.
 */
@NullMarked
package interleave.agent.rewrite;

import org.jspecify.annotations.NullMarked;

/**
 * The rewriting of class files: which classes need it, what a method does where, and what is put
 * around its calls and instructions. It knows no construct: the families of hooks are handed to it.
 *
 * <p>May use {@code agent.trace}, {@code event} and the JDK.
 *
 * <p>Runs on whichever thread loads a class.
 */
@NullMarked
package interleave.agent.rewrite;

import org.jspecify.annotations.NullMarked;

/**
 * Starts a program under study, follows its process tree, stops it, and says in the recording what
 * processes without a tracer cannot say of themselves. Finds the Java and the Pythons that run
 * programs; the tracer of Python, and what is in it, is among its resources in {@code python}.
 * Looks into the memory of Pythons for who has the GIL, and asks the system from time to time how
 * much processor time each process has used and what each thread does.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine.sample}: sampled stacks
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code remote}: takes what workers on other machines record
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Its callers may be on any thread; it watches processes from threads of its own.
 */
@NullMarked
package interleave.engine;

import org.jspecify.annotations.NullMarked;

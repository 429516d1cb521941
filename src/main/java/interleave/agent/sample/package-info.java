/**
 * Has the JVM sample the stacks of the program's threads, where that is wished for: in a flight
 * recording of its own among the files of the run, which the engine reads when the process has
 * ended.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code agent.trace}: notes, and what this process records with
 *   <li>{@code event}: groups of threads that a program does not meet
 * </ul>
 *
 * <p>A thread of its own begins the recording while the program runs already, and ends; the JVM
 * goes on with threads of its own.
 */
@NullMarked
package interleave.agent.sample;

import org.jspecify.annotations.NullMarked;

/**
 * The Java programs of the lessons, as a learner reads them: one class each, with a {@code main}
 * and nothing that the lesson does not need.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code process}: processes, pools and queues of programs
 *   <li>{@code process.broker}: queues that a broker keeps
 *   <li>{@code process.number}: numbers that processes share or measure
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code scenario.program.command}: which commands they run
 * </ul>
 *
 * <p>They run in processes of their own, never in the window's.
 */
@NullMarked
package interleave.scenario.program;

import org.jspecify.annotations.NullMarked;

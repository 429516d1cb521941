/**
 * Exercises: what a learner writes for the task of a lesson, and whether it does what is asked.
 *
 * <p>An attempt is compiled, run in all orders that its threads may come in, and for each ending it
 * is asked whether the task's condition holds. What is said is never that it is correct: only that
 * it holds in so many orders that were tried, or up to so many preemptions.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: what runs programs
 *   <li>{@code explore}: orders, endings, how far it was searched
 *   <li>{@code laboratory}: runs programs under control, and tells of endings in sentences
 *   <li>{@code lesson.recorded}: what conditions see of a recorded run
 *   <li>{@code program}: what is to be run
 *   <li>{@code scenario}: lessons and the tasks that they set
 *   <li>{@code scenario.expression}: the conditions of tasks
 *   <li>{@code tail}: a run's timeline
 *   <li>{@code timeline}: a run, to see which variables it has
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A check goes on at its caller's thread, and may be cancelled from any other; the judgement is
 * pure.
 */
@NullMarked
package interleave.exercise;

import org.jspecify.annotations.NullMarked;

/**
 * What a run has answered: the question that a scenario asks before it runs is evaluated from the
 * timeline that was recorded, never from what usually happens: by the rules that the lesson itself
 * has, or by an evaluation that it names, which is a class here.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code lesson.recorded}: what rules see of a run
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code scenario.expression}: what rules ask
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure; any thread.
 */
@NullMarked
package interleave.lesson;

import org.jspecify.annotations.NullMarked;

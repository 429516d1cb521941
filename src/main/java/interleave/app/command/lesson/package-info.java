/**
 * Lessons of others on the command line: where they are, how one is begun, and whether it is good.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.command}: where the command line prints, exit codes, who looks for deadlocks
 *   <li>{@code app.command.exercise}: tries an exercise, with progress and Ctrl+C
 *   <li>{@code app.window}: where settings are kept
 *   <li>{@code engine}: runs programs
 *   <li>{@code exercise}: tries what a lesson lets learners begin with, and its solution
 *   <li>{@code lesson}: what a run has answered
 *   <li>{@code picocli}: options, arguments and their help
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code scenario}: the catalogue, and how lessons are read
 *   <li>{@code tail}: a run's timeline
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on the main thread.
 */
@NullMarked
package interleave.app.command.lesson;

import org.jspecify.annotations.NullMarked;

/**
 * Exercises on the command line: what a lesson asks for, and whether files do that; exit codes say
 * it to whoever checks those of a class.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.command}: where the command line prints, exit codes, wrong usage
 *   <li>{@code app.command.explore}: Ctrl+C ends what is tried
 *   <li>{@code engine}: finds what runs programs
 *   <li>{@code exercise}: checks what a learner has written
 *   <li>{@code explore}: what was found, and the order that leads there
 *   <li>{@code jackson}: writes JSON
 *   <li>{@code laboratory}: tells endings in sentences
 *   <li>{@code picocli}: options, arguments and their help
 *   <li>{@code scenario}: lessons and the tasks that they set
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on the main thread; Ctrl+C comes on another.
 */
@NullMarked
package interleave.app.command.exercise;

import org.jspecify.annotations.NullMarked;

/**
 * The command of the laboratory: all endings of a program, and one of them again.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.command}: the terminal, what a target means, wrong usage, exit codes
 *   <li>{@code engine}: finds what runs programs
 *   <li>{@code explore}: which orders there are, and what was found
 *   <li>{@code jackson}: writes JSON
 *   <li>{@code laboratory}: runs programs under control, and tells in sentences
 *   <li>{@code picocli}: options, arguments and their help
 *   <li>{@code program}: what is to be run
 *   <li>{@code scenario}: with which values a lesson is explored
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on the main thread; Ctrl+C comes on another.
 */
@NullMarked
package interleave.app.command.explore;

import org.jspecify.annotations.NullMarked;

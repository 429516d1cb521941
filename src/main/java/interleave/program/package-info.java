/**
 * What is looked at: a program to run, which is a scenario or one of the user's own, or a recording
 * that was saved; how a program is launched, and what is said of its run in the file that keeps it.
 * A further kind of program is a further case of {@code Program}, which the compiler then asks for
 * wherever it matters.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: runs programs, finds what runs them
 *   <li>{@code file}: opens and saves recordings
 *   <li>{@code process.broker}: the command of the broker that a scenario in Python starts
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Any thread; launching asks Pythons what they are and belongs to a worker.
 */
@NullMarked
package interleave.program;

import org.jspecify.annotations.NullMarked;

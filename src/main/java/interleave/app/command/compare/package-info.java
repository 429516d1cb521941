/**
 * The command that compares two runs.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.command}: the terminal, wrong usage, exit codes
 *   <li>{@code exchange}: all formats there are
 *   <li>{@code file}: opens recordings
 *   <li>{@code jackson}: writes JSON
 *   <li>{@code picocli}: options, arguments and their help
 *   <li>{@code tail}: a timeline of a recording
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.compare}: in what runs differ
 *   <li>{@code timeline.layout}: steps in place of times, where a run counts them
 *   <li>{@code timeline.range}: how long somebody waits for an answer
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on the main thread.
 */
@NullMarked
package interleave.app.command.compare;

import org.jspecify.annotations.NullMarked;

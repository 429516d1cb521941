/**
 * The command that hands runs on as web pages.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.command}: the terminal, wrong usage, exit codes
 *   <li>{@code exchange}: all formats there are
 *   <li>{@code exchange.export.share}: several runs as a page
 *   <li>{@code file}: opens recordings
 *   <li>{@code picocli}: options, arguments and their help
 *   <li>{@code program.annotation}: what the user added to a run
 *   <li>{@code program.source}: which sources a recording keeps
 *   <li>{@code tail}: a timeline of a recording
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on the main thread.
 */
@NullMarked
package interleave.app.command.share;

import org.jspecify.annotations.NullMarked;

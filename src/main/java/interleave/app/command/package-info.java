/**
 * The command line: what was asked for, runs without a window, and what they leave behind. Where
 * there is a display, to run and to open is to open the window: commands know the window, and the
 * window knows no command.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.window}: opens the window
 *   <li>{@code engine}: runs programs, finds what runs them
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code exchange}: all formats there are, in and out
 *   <li>{@code exchange.export}: what leaves for other tools
 *   <li>{@code exchange.export.figure}: figures among that
 *   <li>{@code exchange.export.page}: web pages, which may have arrows of order
 *   <li>{@code exchange.export.worksheet}: worksheets take some of their options, too
 *   <li>{@code explore}: in which order threads go on
 *   <li>{@code figure}: how a figure is wanted
 *   <li>{@code figure.format}: writes figures
 *   <li>{@code file}: opens and saves recordings
 *   <li>{@code jackson}: writes and reads JSON
 *   <li>{@code javafx}: which version of it there is
 *   <li>{@code laboratory}: has them go on so
 *   <li>{@code picocli}: options, arguments and their help
 *   <li>{@code process.broker}: where a worker is to go
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code program.annotation}: what the user added to a run
 *   <li>{@code program.merge}: several recordings as one
 *   <li>{@code program.source}: which sources a recording keeps
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code tail}: follows a recording while it is written
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.explain}: sentences about things
 *   <li>{@code timeline.layout}: numbers and times as they are written everywhere
 *   <li>{@code timeline.picture}: parts of a figure
 *   <li>{@code timeline.range}: stretches of time
 *   <li>{@code timeline.stack}: where time goes
 *   <li>{@code timeline.summary}: a run in numbers
 *   <li>{@code typeface}: which letters fonts have
 *   <li>{@code words}: what users read, in their language
 *   <li>{@code worker}: workers on other machines
 * </ul>
 *
 * <p>Runs on the main thread.
 */
@NullMarked
package interleave.app.command;

import org.jspecify.annotations.NullMarked;

/**
 * The entry point, which makes the commands. It knows the command line and the window and nobody
 * knows it; the window is put together in {@code app.window}, by plain constructors.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.command}: what the command line asks for
 *   <li>{@code app.command.compare}: a command
 *   <li>{@code app.command.exercise}: a command
 *   <li>{@code app.command.lesson}: lessons of others
 *   <li>{@code app.command.share}: a part of that
 *   <li>{@code app.command.explore}: the command of the laboratory
 *   <li>{@code app.window}: opens the window
 *   <li>{@code engine}: says why nothing could be started
 *   <li>{@code picocli}: options, arguments and their help
 *   <li>{@code scenario}: where lessons of others are
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Starts on the main thread; hands over to the JavaFX thread where there is a window.
 */
@NullMarked
package interleave.app;

import org.jspecify.annotations.NullMarked;

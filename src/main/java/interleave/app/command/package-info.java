/**
 * The command line: what was asked for, runs without a window, and what they leave behind. Where
 * there is a display, to run and to open is to open the window: commands know the window, and the
 * window knows no command.
 *
 * <p>May use {@code app.window}, {@code engine}, {@code event}, {@code file}, {@code program},
 * {@code scenario}, {@code tail}, {@code timeline}, {@code timeline.draw}, {@code
 * timeline.explain}, {@code timeline.summary}, {@code view.export}, {@code view.timeline}, {@code
 * words} and JavaFX.
 *
 * <p>Runs on the main thread.
 */
@NullMarked
package interleave.app.command;

import org.jspecify.annotations.NullMarked;

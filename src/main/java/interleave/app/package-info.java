/**
 * The entry point, which makes the commands. It knows the command line and the window and nobody
 * knows it; the window is put together in {@code app.window}, by plain constructors.
 *
 * <p>May use {@code app.command}, {@code app.window}, {@code engine}, {@code words}.
 *
 * <p>Starts on the main thread; hands over to the JavaFX thread where there is a window.
 */
@NullMarked
package interleave.app;

import org.jspecify.annotations.NullMarked;

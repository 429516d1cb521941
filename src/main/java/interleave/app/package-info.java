/**
 * The command line, the settings, and the place where everything is put together by plain
 * constructors.
 *
 * <p>May use everything.
 *
 * <p>Starts on the main thread; hands over to the JavaFX thread where there is a window.
 */
@NullMarked
package interleave.app;

import org.jspecify.annotations.NullMarked;

/**
 * The window as a whole: which panes it has, what its commands do, its settings and dialogs.
 *
 * <p>May use everything but {@code app.command}.
 *
 * <p>Runs on the JavaFX thread; files and runs on workers of their own.
 */
@NullMarked
package interleave.app.window;

import org.jspecify.annotations.NullMarked;

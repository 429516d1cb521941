/**
 * Pictures of the window and its parts, to the clipboard or a file.
 *
 * <p>May use JavaFX, {@code view.control}.
 *
 * <p>Taken on the JavaFX thread, written on a virtual thread.
 */
@NullMarked
package interleave.view.export;

import org.jspecify.annotations.NullMarked;

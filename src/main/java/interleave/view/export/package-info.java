/**
 * Pictures of figures, of the window and its parts, to the clipboard or a file. All that leave as
 * files go through {@code PictureFormats}; a further format is one class, which gets the pixels,
 * and of a figure also what was drawn.
 *
 * <p>May use {@code file}, {@code timeline.draw}, {@code words} and JavaFX.
 *
 * <p>Taken on the JavaFX thread, written on any other.
 */
@NullMarked
package interleave.view.export;

import org.jspecify.annotations.NullMarked;

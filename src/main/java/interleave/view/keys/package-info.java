/**
 * Which key does what, the overlay that shows them, the command palette.
 *
 * <p>May use JavaFX.
 *
 * <p>The keymap is pure; overlay and palette run on the JavaFX thread.
 */
@NullMarked
package interleave.view.keys;

import org.jspecify.annotations.NullMarked;

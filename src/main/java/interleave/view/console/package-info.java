/**
 * What the program printed, coloured by process, and a line to type its input.
 *
 * <p>May use {@code timeline}, {@code view.session}, {@code view.control}, {@code view.theme}.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.console;

import org.jspecify.annotations.NullMarked;

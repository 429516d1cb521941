/**
 * Which Python runs Python programs: what was found on this machine, what was chosen, and the menu
 * to choose from.
 *
 * <p>May use {@code engine}, {@code program}, {@code scenario}, {@code view.control}, {@code
 * view.session}, {@code words} and JavaFX.
 *
 * <p>Everything here runs on the JavaFX thread; looking for Pythons starts programs and is done
 * elsewhere.
 */
@NullMarked
package interleave.view.python;

import org.jspecify.annotations.NullMarked;

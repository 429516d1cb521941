/**
 * A program of the user's own: the form that asks for it, and what is wrong with what was typed.
 *
 * <p>May use {@code words}, {@code view.session}, {@code view.python}, {@code view.control}.
 *
 * <p>The form is pure; the dialog runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.program;

import org.jspecify.annotations.NullMarked;

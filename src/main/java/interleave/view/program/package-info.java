/**
 * A program of the user's own: the form that asks for it, and what is wrong with what was typed.
 *
 * <p>May use {@code engine}, {@code program}, {@code scenario}, {@code view.control}, {@code
 * view.python}, {@code words} and JavaFX.
 *
 * <p>The form is pure; the dialog runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.program;

import org.jspecify.annotations.NullMarked;

/**
 * Predict, then reveal: the question of a scenario before its run, and afterwards what the recorded
 * run has answered to it.
 *
 * <p>May use {@code lesson}, {@code program}, {@code scenario}, {@code timeline}, {@code
 * view.control}, {@code view.session}, {@code words} and JavaFX.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.question;

import org.jspecify.annotations.NullMarked;

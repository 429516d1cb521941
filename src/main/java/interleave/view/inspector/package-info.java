/**
 * The selected thing as facts and one sentence; what to see, time by state, what to try.
 *
 * <p>May use {@code event}, {@code program}, {@code scenario}, {@code timeline}, {@code
 * timeline.layout}, {@code view.control}, {@code view.question}, {@code view.session}, {@code
 * view.theme}, {@code words} and JavaFX.
 *
 * <p>The models are pure; the controls run on the JavaFX thread.
 */
@NullMarked
package interleave.view.inspector;

import org.jspecify.annotations.NullMarked;

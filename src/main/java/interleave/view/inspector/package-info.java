/**
 * The selected thing as facts and one sentence; what to see, time by state, what to try.
 *
 * <p>May use {@code timeline}, {@code scenario}, {@code view.session}, {@code view.control}, {@code
 * view.theme}.
 *
 * <p>The models are pure; the controls run on the JavaFX thread.
 */
@NullMarked
package interleave.view.inspector;

import org.jspecify.annotations.NullMarked;

/**
 * The program's source with each thread's line at the playhead.
 *
 * <p>May use {@code scenario}, {@code timeline}, {@code view.session}, {@code view.control}, {@code
 * view.theme}.
 *
 * <p>The models are pure; the controls run on the JavaFX thread.
 */
@NullMarked
package interleave.view.source;

import org.jspecify.annotations.NullMarked;

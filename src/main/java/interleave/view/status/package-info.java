/**
 * The line at the bottom edge.
 *
 * <p>May use {@code timeline}, {@code view.session}, {@code view.control}.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.status;

import org.jspecify.annotations.NullMarked;

/**
 * The bar at the top: run, stop, pause, step, speed, and what is done with a recording.
 *
 * <p>May use {@code view.session}, {@code view.control}.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.transport;

import org.jspecify.annotations.NullMarked;

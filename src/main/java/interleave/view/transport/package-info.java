/**
 * The bar at the top: run, stop, pause, step, speed, and what is done with a recording.
 *
 * <p>May use {@code program}, {@code scenario}, {@code timeline}, {@code view.control}, {@code
 * view.keys}, {@code view.session}, {@code words} and JavaFX.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.transport;

import org.jspecify.annotations.NullMarked;

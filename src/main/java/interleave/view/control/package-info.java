/**
 * Small controls that several features share.
 *
 * <p>May use {@code view.session}, {@code words}, JavaFX, ControlsFX and Ikonli.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.control;

import org.jspecify.annotations.NullMarked;

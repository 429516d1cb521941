/**
 * The window, one package per feature.
 *
 * <p>May use the JDK only.
 *
 * <p>Everything here runs on the JavaFX thread unless a class says otherwise.
 */
@NullMarked
package interleave.view;

import org.jspecify.annotations.NullMarked;

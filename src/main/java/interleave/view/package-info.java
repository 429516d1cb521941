/**
 * The window, one package per feature.
 *
 * <p>May use {@code timeline}, {@code engine}, {@code scenario}, {@code file}, {@code event} and
 * JavaFX.
 *
 * <p>Everything here runs on the JavaFX thread unless a class says otherwise.
 */
@NullMarked
package interleave.view;

import org.jspecify.annotations.NullMarked;

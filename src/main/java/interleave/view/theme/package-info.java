/**
 * Colours, type and sizes: the light and the dark theme after the drawings.
 *
 * <p>May use JavaFX and AtlantaFX.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.theme;

import org.jspecify.annotations.NullMarked;

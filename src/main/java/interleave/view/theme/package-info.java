/**
 * Colours, type and sizes: the light and the dark theme after the drawings.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code atlantafx}: the base of both themes
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.draw}: marks in roles of colour
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.theme;

import org.jspecify.annotations.NullMarked;

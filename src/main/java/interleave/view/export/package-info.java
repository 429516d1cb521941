/**
 * Pictures of the window and its parts, to the clipboard or a file, and what is asked before a run
 * leaves for another tool. All pictures that leave as files go through {@code PictureFormats}; of
 * runs they are figures, which have a room of their own.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange.export}: what of a run leaves, and in which formats
 *   <li>{@code figure.format}: packs pixels
 *   <li>{@code file}: writes files whole or not at all
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: which threads a run has
 *   <li>{@code timeline.range}: which stretch of time leaves
 *   <li>{@code view.control}: small nodes, and words that follow the language
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Taken on the JavaFX thread, written on any other.
 */
@NullMarked
package interleave.view.export;

import org.jspecify.annotations.NullMarked;

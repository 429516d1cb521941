/**
 * Which key does what, the overlay that shows them, the command palette.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.timeline}: paints pictures of timelines
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The keymap is pure; overlay and palette run on the JavaFX thread.
 */
@NullMarked
package interleave.view.keys;

import org.jspecify.annotations.NullMarked;

/**
 * The scenarios by group, and the doors to the user's own programs and recordings.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code exchange}: the formats of files that hold recordings
 *   <li>{@code file}: how the names of such files end
 *   <li>{@code ikonli}: icons of buttons and rows
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: which program is highlighted
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.program}: checks what was typed
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.gallery;

import org.jspecify.annotations.NullMarked;

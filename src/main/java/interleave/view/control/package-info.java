/**
 * Small controls that several features share.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code ikonli}: icons of buttons and rows
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.control;

import org.jspecify.annotations.NullMarked;

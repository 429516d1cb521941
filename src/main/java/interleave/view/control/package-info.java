/**
 * Small controls that several features share.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code ikonli}: icons of buttons and rows
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.control;

import org.jspecify.annotations.NullMarked;

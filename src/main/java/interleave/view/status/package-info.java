/**
 * The line at the bottom edge, and the card that tells what frames cost.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: how much memory columns have
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code view.timeline}: how long its frames take
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.status;

import org.jspecify.annotations.NullMarked;

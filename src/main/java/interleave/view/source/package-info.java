/**
 * The program's source with each thread's line at the playhead.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code view.theme}: colours and type
 * </ul>
 *
 * <p>The models are pure; the controls run on the JavaFX thread.
 */
@NullMarked
package interleave.view.source;

import org.jspecify.annotations.NullMarked;

/**
 * A table of the events of interest in the visible part of the timeline.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.events}: what happens, row by row
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The model is pure; the control runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.events;

import org.jspecify.annotations.NullMarked;

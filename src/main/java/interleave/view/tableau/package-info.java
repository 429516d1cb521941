/**
 * The tableau: what is where at the playhead, as boxes, pipes and lines.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.hit}: notes what lies where
 *   <li>{@code timeline.tableau}: what is where at one moment
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.timeline}: paints pictures of timelines
 * </ul>
 *
 * <p>Runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.tableau;

import org.jspecify.annotations.NullMarked;

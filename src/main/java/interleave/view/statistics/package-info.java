/**
 * Tables of what locks, queues, pools, variables and threads did.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.statistics}: tables of figures
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The model is pure; the control runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.statistics;

import org.jspecify.annotations.NullMarked;

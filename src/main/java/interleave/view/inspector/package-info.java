/**
 * The selected thing as facts and one sentence; what to see, time by state, what to try.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.explain}: sentences about things
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.question}: the question and its answer
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code view.theme}: colours and type
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The models are pure; the controls run on the JavaFX thread.
 */
@NullMarked
package interleave.view.inspector;

import org.jspecify.annotations.NullMarked;

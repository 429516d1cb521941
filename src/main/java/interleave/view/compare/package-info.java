/**
 * Two runs one above the other: their timelines with one playhead and one zoom, and a table of
 * their differences. The timelines are the same control as that of the window.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code ikonli}: icons of buttons
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: what was run
 *   <li>{@code scenario}: languages and parameters, for titles
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.compare}: in what runs differ
 *   <li>{@code timeline.critical}: the critical path of the run in sight
 *   <li>{@code timeline.draw}: colours of pictures
 *   <li>{@code timeline.explain}: sentences about what is selected
 *   <li>{@code timeline.layout}: windows of time
 *   <li>{@code timeline.range}: what is marked and asked about; how long somebody waits for an
 *       answer
 *   <li>{@code timeline.track}: to which row a thing belongs
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is looked at, and what was before
 *   <li>{@code view.timeline}: the timeline as a control
 * </ul>
 *
 * <p>Runs on the JavaFX thread; what differs is found on threads of its own.
 */
@NullMarked
package interleave.view.compare;

import org.jspecify.annotations.NullMarked;

/**
 * Finding in the run that is in sight: type, choose, and the window goes there.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.search}: finds things by their names
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code view.control}: small controls that panes share
 * </ul>
 *
 * <p>The card runs on the JavaFX thread; the search itself on threads of its own.
 */
@NullMarked
package interleave.view.search;

import org.jspecify.annotations.NullMarked;

/**
 * Tables of what locks, queues, pools, variables, threads and lines did in the run, or in a range
 * of it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.statistics}: tables of figures
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code view.theme}: colours and type
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The controls run on the JavaFX thread; figures are added up on a virtual one.
 */
@NullMarked
package interleave.view.statistics;

import org.jspecify.annotations.NullMarked;

/**
 * Where time goes: functions as they called each other, as wide as the samples in them are many.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: where a run comes from
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.range}: stretches of time
 *   <li>{@code timeline.stack}: sampled stacks, summed up
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code view.theme}: colours and type
 *   <li>{@code view.timeline}: the tooltip beside the pointer
 * </ul>
 *
 * <p>The controls run on the JavaFX thread; samples are summed up on a virtual one.
 */
@NullMarked
package interleave.view.icicle;

import org.jspecify.annotations.NullMarked;

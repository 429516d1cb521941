/**
 * Says in plain sentences what happened to a thing of the timeline, and why.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: types of values, and what threads were seen doing
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.order}: what orders accesses of a variable
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure functions of a snapshot, for any thread.
 */
@NullMarked
package interleave.timeline.explain;

import org.jspecify.annotations.NullMarked;

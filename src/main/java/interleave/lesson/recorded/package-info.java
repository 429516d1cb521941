/**
 * A recorded run as expressions of lessons see it: what each name of their vocabulary stands for.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code scenario.expression}: what is asked of a run
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.explain}: sentences about things
 *   <li>{@code timeline.layout}: numbers and times as they are written everywhere
 *   <li>{@code timeline.order}: accesses that nothing orders
 * </ul>
 *
 * <p>Pure; any thread.
 */
@NullMarked
package interleave.lesson.recorded;

import org.jspecify.annotations.NullMarked;

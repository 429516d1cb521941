/**
 * Tables of what locks, queues, pools, variables, threads, phases and lines came to in a run or a
 * stretch of it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: types of values
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.explain}: sentences about things
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.stack}: where time went
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure functions of a snapshot, for any thread.
 */
@NullMarked
package interleave.timeline.statistics;

import org.jspecify.annotations.NullMarked;

/**
 * What threads, locks, queues, pools, variables and lines of the source came to in a stretch of a
 * run's time. The whole run is such a stretch, so that a figure has one definition wherever it
 * stands.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 * </ul>
 *
 * <p>Pure functions of a snapshot, for any thread; what takes long can be given up.
 */
@NullMarked
package interleave.timeline.range;

import org.jspecify.annotations.NullMarked;

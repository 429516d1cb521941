/**
 * Tables of what locks, queues, pools, variables, threads and phases came to in a whole run.
 *
 * <p>May use {@code timeline}, its {@code layout}, {@code words} and the JDK. Pure functions of a
 * snapshot, for any thread.
 */
@NullMarked
package interleave.timeline.statistics;

import org.jspecify.annotations.NullMarked;

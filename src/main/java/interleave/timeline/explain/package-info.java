/**
 * Says in plain sentences what happened to a thing of the timeline, and why.
 *
 * <p>May use {@code timeline} and the texts of times in {@code timeline.layout}. Pure functions of
 * a snapshot, for any thread.
 */
@NullMarked
package interleave.timeline.explain;

import org.jspecify.annotations.NullMarked;

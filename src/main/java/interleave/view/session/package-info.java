/**
 * What is being looked at: the run or the recording, the playhead, the selection. No controls;
 * tested without a toolkit.
 *
 * <p>May use {@code engine}, {@code program}, {@code timeline}, {@code timeline.events}, {@code
 * timeline.layout}, {@code timeline.track}, {@code words}.
 *
 * <p>A session belongs to one thread, the window's; starting, stopping, opening and saving happen
 * on a worker of its own.
 */
@NullMarked
package interleave.view.session;

import org.jspecify.annotations.NullMarked;

/**
 * Threads as they were seen at single moments, as of thread dumps, and the rings of waits that are
 * in what was seen.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: growing columns
 * </ul>
 *
 * <p>One thread writes; views are prefixes for any thread.
 */
@NullMarked
package interleave.timeline.derive.seen;

import org.jspecify.annotations.NullMarked;

/**
 * Columns of what files of other tools tell: named slices of threads and of rows that are none,
 * moments, flows and counters.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events
 *   <li>{@code timeline}: what is read of them
 *   <li>{@code timeline.column}: columns off the heap
 *   <li>{@code timeline.derive.column}: indices of ids, and the extremes of many values
 *   <li>{@code words}: what is said of what could not be drawn
 * </ul>
 *
 * <p>One thread writes; views are prefixes that any thread may read.
 */
@NullMarked
package interleave.timeline.derive.slice;

import org.jspecify.annotations.NullMarked;

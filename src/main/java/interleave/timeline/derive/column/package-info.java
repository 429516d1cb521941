/**
 * Growing columns of what tracks are made of: spans, holds, waiters, loads, wakes, crowds; and how
 * many of what there may be.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: flags of events
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: columns that only grow
 *   <li>{@code timeline.grammar}: what a kind of event means
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>One thread writes a column; a reader reads the prefix that its snapshot names.
 */
@NullMarked
package interleave.timeline.derive.column;

import org.jspecify.annotations.NullMarked;

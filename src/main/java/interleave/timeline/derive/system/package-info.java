/**
 * What the system says that threads do: laid over the spans in which a thread, by its own events,
 * runs. A span of a lane's own that turns out to be three things gets two pieces:
 *
 * <pre>
 *   the thread says   ├────────── running ──────────┤── waits for a lock ──┤
 *   the system says   ── runs ──┤── asleep ──┤ runs ┤       asleep
 *   shown             ├ running ┤ not traced ┤ runs ┤── waits for a lock ──┤
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: what the system was seen to say
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: columns that only grow
 *   <li>{@code timeline.derive.column}: columns of spans
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>One thread writes; views read the prefix that their snapshot names.
 */
@NullMarked
package interleave.timeline.derive.system;

import org.jspecify.annotations.NullMarked;

/**
 * From events to a timeline: builders that take events in order, the events that wait for their
 * turn, and snapshots.
 *
 * <pre>
 *   TimelineStore ──▶ LaneFeed ──▶ LaneBuilder                        before the watermark
 *        │               │              ▲ LaneCorrections
 *        └──▶ Pending ◀──┘              │
 *                └──────▶ Derivation ───┴──▶ builders of tracks       behind it
 *                                RunModel ──▶ SnapshotMaker ──▶ Timeline
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: columns that only grow
 *   <li>{@code timeline.derive.column}: columns of spans, holds and waiters
 *   <li>{@code timeline.derive.host}: machines, and how far off their clocks may be
 *   <li>{@code timeline.derive.seen}: threads as they were seen at single moments
 *   <li>{@code timeline.derive.image}: what was derived, kept in a file
 *   <li>{@code timeline.derive.slice}: slices, moments, flows and counters of other tools
 *   <li>{@code timeline.derive.stack}: stacks that threads were seen with
 *   <li>{@code timeline.derive.synchronizer}: who waits where for how many
 *   <li>{@code timeline.derive.system}: what the system says of threads, laid over their spans
 *   <li>{@code timeline.grammar}: what a kind of event means
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>One thread writes; snapshots may be read from any.
 */
@NullMarked
package interleave.timeline.derive;

import org.jspecify.annotations.NullMarked;

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
 * <p>May use {@code event}, {@code timeline}, {@code timeline.column}, {@code
 * timeline.derive.column}, {@code timeline.derive.synchronizer}, {@code timeline.grammar}, {@code
 * words} and the JDK. One thread writes; snapshots may be read from any.
 */
@NullMarked
package interleave.timeline.derive;

import org.jspecify.annotations.NullMarked;

/**
 * Follows a recording while it is written, and loads one that is complete.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: says where columns lie
 *   <li>{@code timeline.derive}: derives the timeline from events
 * </ul>
 *
 * <p>Has a thread of its own, which feeds the store; its newest timeline may be asked for from any.
 */
@NullMarked
package interleave.tail;

import org.jspecify.annotations.NullMarked;

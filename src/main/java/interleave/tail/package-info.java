/**
 * Follows a recording while it is written, and loads one that is complete: from its events, or as
 * it was kept.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code file}: where a recording was saved, what was derived of it may be kept
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.column}: says where columns lie
 *   <li>{@code timeline.derive}: derives the timeline from events
 *   <li>{@code timeline.draw}: widths of letters, for a picture that nobody sees
 *   <li>{@code timeline.layout}: its size, and what of the run is in it
 *   <li>{@code timeline.picture}: draws what is to be kept once before
 *   <li>{@code timeline.track}: the kinds of tracks that are drawn
 * </ul>
 *
 * <p>Has a thread of its own, which feeds the store; its newest timeline may be asked for from any.
 * What is large and complete is read by a further one, ahead of it. Who looks once has one, too.
 */
@NullMarked
package interleave.tail;

import org.jspecify.annotations.NullMarked;

/**
 * What each kind of event means to a timeline, as one table: who hears it, what it begins or ends,
 * what it is about.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code timeline}: what a run is, to be read
 * </ul>
 *
 * <p>Immutable; any thread may ask.
 */
@NullMarked
package interleave.timeline.grammar;

import org.jspecify.annotations.NullMarked;

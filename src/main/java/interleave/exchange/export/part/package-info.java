/**
 * A part of a recording as a recording of its own: events of a stretch of time and of some threads,
 * and before them, summed up, what was going on when it begins.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: reads events, knows what stands where in a segment
 *   <li>{@code exchange.export}: what leaves of a run, and what a format is
 *   <li>{@code file}: saves recordings
 *   <li>{@code timeline}: which threads leave
 *   <li>{@code timeline.grammar}: which events begin what others end
 *   <li>{@code timeline.range}: the stretch of time
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.exchange.export.part;

import org.jspecify.annotations.NullMarked;

/**
 * What happens in a run, as rows of a table: each kind of track gives sorted sources, which are
 * merged when they are looked at.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure functions of a snapshot, for any thread.
 */
@NullMarked
package interleave.timeline.events;

import org.jspecify.annotations.NullMarked;

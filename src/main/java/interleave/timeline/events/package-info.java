/**
 * What happens in a run, as rows of a table: each kind of track gives sorted sources, which are
 * merged when they are looked at.
 *
 * <p>May use {@code timeline}, its {@code layout}, {@code words} and the JDK. Pure functions of a
 * snapshot, for any thread.
 */
@NullMarked
package interleave.timeline.events;

import org.jspecify.annotations.NullMarked;

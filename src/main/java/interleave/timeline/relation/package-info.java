/**
 * What has to do with what in a run: which threads used a thing, and with whom they shared it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 * </ul>
 *
 * <p>Pure; any thread, best one that may take a while.
 */
@NullMarked
package interleave.timeline.relation;

import org.jspecify.annotations.NullMarked;

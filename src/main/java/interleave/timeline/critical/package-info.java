/**
 * Who let whom go on, and what follows from it: the chain of those that wait for each other at a
 * moment, and the critical path of a run or of a part of it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.range}: what a stretch of time came to
 * </ul>
 *
 * <p>Pure functions of a snapshot, for any thread; what takes long can be given up.
 */
@NullMarked
package interleave.timeline.critical;

import org.jspecify.annotations.NullMarked;

/**
 * Two runs beside each other: which things of the one play the part of which of the other, how
 * their times are laid over each other, and in what they differ. Runs of a program in Java and in
 * Python are two runs as others are.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.layout}: how times and threads are written
 *   <li>{@code timeline.range}: what a run came to: the one meaning of a figure
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure functions of two snapshots, for any thread; what takes long can be given up.
 */
@NullMarked
package interleave.timeline.compare;

import org.jspecify.annotations.NullMarked;

/**
 * Finding things of a timeline by what they are called, however many there are and however folded.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.stack}: how sampled functions are called
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Pure; any thread, best one that may take a while.
 */
@NullMarked
package interleave.timeline.search;

import org.jspecify.annotations.NullMarked;

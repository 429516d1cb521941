/**
 * Finding things of a timeline by what they are called, however many there are and however folded.
 *
 * <p>May use {@code timeline} and {@code words}. Pure; any thread, best one that may take a while.
 */
@NullMarked
package interleave.timeline.search;

import org.jspecify.annotations.NullMarked;

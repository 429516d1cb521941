/**
 * A run in numbers: what {@code --summary} writes, and what tests compare with what a program
 * printed.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: types of values
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.explain}: sentences about things
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.stack}: where time went
 * </ul>
 *
 * <p>Pure; runs on any thread.
 */
@NullMarked
package interleave.timeline.summary;

import org.jspecify.annotations.NullMarked;

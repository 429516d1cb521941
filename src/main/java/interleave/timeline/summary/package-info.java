/**
 * A run in numbers: what {@code --summary} writes, and what tests compare with what a program
 * printed.
 *
 * <p>May use the timeline's read model and its explanations. Pure; runs on any thread.
 */
@NullMarked
package interleave.timeline.summary;

import org.jspecify.annotations.NullMarked;

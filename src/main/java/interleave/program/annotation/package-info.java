/**
 * What the user added to a run, and that it is kept beside the recording: marks with their notes,
 * what was typed, what was foretold.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code file}: keeps them beside the recording
 *   <li>{@code timeline.range}: what a mark is
 * </ul>
 *
 * <p>Immutable; reading and writing on any thread but the JavaFX thread.
 */
@NullMarked
package interleave.program.annotation;

import org.jspecify.annotations.NullMarked;

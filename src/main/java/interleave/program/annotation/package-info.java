/**
 * What the user added to a run, and that it is kept beside the recording: marks with their notes,
 * what was typed, what was foretold.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: the recording that they belong to
 *   <li>{@code exchange.export}: they leave with it
 *   <li>{@code file}: keeps them beside the recording
 *   <li>{@code program.source}: sources that leave with it
 *   <li>{@code timeline}: the run that they belong to
 *   <li>{@code timeline.range}: what a mark is
 * </ul>
 *
 * <p>Immutable; reading and writing on any thread but the JavaFX thread.
 */
@NullMarked
package interleave.program.annotation;

import org.jspecify.annotations.NullMarked;

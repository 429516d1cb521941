/**
 * Where the sources of a program of the user's own are, and which of them are kept in a recording,
 * so that it has them where the program is not.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code file}: keeps them beside the recording
 *   <li>{@code program}: whose sources they are
 *   <li>{@code timeline}: its sites name them
 * </ul>
 *
 * <p>Looks at the disk: any thread but the JavaFX thread.
 */
@NullMarked
package interleave.program.source;

import org.jspecify.annotations.NullMarked;

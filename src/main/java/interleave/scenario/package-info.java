/**
 * The catalogue: one readable program per lesson, with its parameters and its words.
 *
 * <p>May use {@code process}, {@code words} and the JDK.
 *
 * <p>The programs run in processes of their own; only the catalogue is read by the window.
 */
@NullMarked
package interleave.scenario;

import org.jspecify.annotations.NullMarked;

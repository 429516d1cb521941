/**
 * The catalogue: one readable program per lesson and language, with its parameters and its words.
 * The Java programs are classes of {@code scenario.program}, the Python programs resources of this
 * package.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The programs run in processes of their own; only the catalogue is read by the window.
 */
@NullMarked
package interleave.scenario;

import org.jspecify.annotations.NullMarked;

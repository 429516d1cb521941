/**
 * The catalogue: one readable program per lesson and language, with its parameters and its words.
 * Each is a folder, read from resources of this package or from wherever a teacher keeps it. The
 * Java programs of ours are classes of {@code scenario.program}.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code scenario.expression}: what a run is asked
 *   <li>{@code scenario.toml}: reads the files of a lesson
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The programs run in processes of their own; only the catalogue is read by the window.
 */
@NullMarked
package interleave.scenario;

import org.jspecify.annotations.NullMarked;

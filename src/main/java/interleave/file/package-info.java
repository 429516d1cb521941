/**
 * Recordings in files. A format is one class: it is known by suffix and content, reads a file into
 * segments, and may save; {@code Formats} has all of them and is what the rest of the program asks.
 * Beside them the summary as JSON, and how a file is written whole or not at all.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code file.block}: slots packed, which is what a saved file consists of
 *   <li>{@code jackson}: writes and reads JSON
 *   <li>{@code timeline.summary}: a run in numbers
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads, never on the JavaFX thread; what only looks at names may be asked
 * there.
 */
@NullMarked
package interleave.file;

import org.jspecify.annotations.NullMarked;

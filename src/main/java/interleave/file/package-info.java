/**
 * Recordings in files. A format is one class: it is known by suffix and content, reads a file into
 * segments, and may save; {@code Formats} has all of them and is what the rest of the program asks.
 * Beside them the summary as JSON, and how a file is written whole or not at all.
 *
 * <p>May use {@code event}, {@code timeline.summary}, {@code words} and the JSON library.
 *
 * <p>Runs on background threads, never on the JavaFX thread; what only looks at names may be asked
 * there.
 */
@NullMarked
package interleave.file;

import org.jspecify.annotations.NullMarked;

/**
 * Saving, opening, importing and exporting a timeline: one class per format.
 *
 * <p>May use {@code event}, {@code timeline}, the JDK and the JSON library.
 *
 * <p>Runs on background threads, never on the JavaFX thread.
 */
@NullMarked
package interleave.file;

import org.jspecify.annotations.NullMarked;

/**
 * The scenarios by group, and the doors to the user's own programs and recordings.
 *
 * <p>May use {@code scenario}, {@code file}, {@code view.program}, {@code view.control}, {@code
 * words}.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.gallery;

import org.jspecify.annotations.NullMarked;

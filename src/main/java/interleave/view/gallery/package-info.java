/**
 * The scenarios by group, and the doors to the user's own programs and recordings.
 *
 * <p>May use {@code file}, {@code scenario}, {@code view.control}, {@code view.program}, {@code
 * words} and JavaFX.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.gallery;

import org.jspecify.annotations.NullMarked;

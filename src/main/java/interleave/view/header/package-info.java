/**
 * What is chosen: its title, a line about it, its parameters as chips that can be edited.
 *
 * <p>May use {@code scenario}, {@code timeline}, {@code view.python}, {@code view.session}, {@code
 * view.control}.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.header;

import org.jspecify.annotations.NullMarked;

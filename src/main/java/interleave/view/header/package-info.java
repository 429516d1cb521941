/**
 * What is chosen: its title, a line about it, its parameters as chips that can be edited.
 *
 * <p>May use {@code program}, {@code scenario}, {@code timeline}, {@code timeline.layout}, {@code
 * view.control}, {@code view.python}, {@code view.session}, {@code words} and JavaFX.
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.header;

import org.jspecify.annotations.NullMarked;

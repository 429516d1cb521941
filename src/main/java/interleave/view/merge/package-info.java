/**
 * Asks how recordings become one.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program.merge}: how they can be aligned
 *   <li>{@code view.control}: words that follow the language
 * </ul>
 *
 * <p>Runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.merge;

import org.jspecify.annotations.NullMarked;

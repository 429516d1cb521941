/**
 * Adding workers on other machines to a run: the card that opens the door and shows the command to
 * type there, and what is told of those who came.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code worker}: lets them join
 * </ul>
 *
 * <p>On the JavaFX thread; the door is opened and closed on others.
 */
@NullMarked
package interleave.view.worker;

import org.jspecify.annotations.NullMarked;

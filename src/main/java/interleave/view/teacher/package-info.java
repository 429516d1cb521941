/**
 * The teacher's view: the window larger, for a projector, with its answers covered, and a window of
 * notes for whoever speaks, which the class does not see.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code lesson}: what a run has answered
 *   <li>{@code program}: which lesson is chosen
 *   <li>{@code scenario}: lessons, and the notes that they have
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.keys}: what keys and the palette ask for
 *   <li>{@code view.question}: finds what a run has answered
 *   <li>{@code view.session}: what is being looked at, and what is covered of it
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>On the JavaFX thread.
 */
@NullMarked
package interleave.view.teacher;

import org.jspecify.annotations.NullMarked;

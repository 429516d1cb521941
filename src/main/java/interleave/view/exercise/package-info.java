/**
 * The page on which a learner does the task of a lesson: an editor, what is asked, and what came of
 * it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: finds what runs programs
 *   <li>{@code exercise}: checks and keeps what is written
 *   <li>{@code explore}: how far a check is, and which order breaks it
 *   <li>{@code ikonli}: icons of buttons
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code laboratory}: tells threads in sentences
 *   <li>{@code program}: which lesson is chosen
 *   <li>{@code scenario}: lessons and the tasks that they set
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code view.source}: colours source
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>On the JavaFX thread; what takes a while is done on virtual ones.
 */
@NullMarked
package interleave.view.exercise;

import org.jspecify.annotations.NullMarked;

/**
 * Predict, then reveal: the question of a scenario before its run, and afterwards what the recorded
 * run has answered to it.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code ikonli}: icons of buttons and rows
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code lesson}: answers from what was recorded
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.question;

import org.jspecify.annotations.NullMarked;

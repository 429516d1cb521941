/**
 * A program of the user's own: the form that asks for it, and what is wrong with what was typed.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: runs programs, finds what runs them
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.python}: which Python runs programs
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>The form is pure; the dialog runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.program;

import org.jspecify.annotations.NullMarked;

/**
 * Which Python runs Python programs: what was found on this machine, what was chosen, and the menu
 * to choose from.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: runs programs, finds what runs them
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread; looking for Pythons starts programs and is done
 * elsewhere.
 */
@NullMarked
package interleave.view.python;

import org.jspecify.annotations.NullMarked;

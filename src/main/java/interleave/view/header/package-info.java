/**
 * What is chosen: its title, a line about it, its parameters as chips that can be edited.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code controlsfx}: controls that the toolkit lacks
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.python}: which Python runs programs
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Everything here runs on the JavaFX thread.
 */
@NullMarked
package interleave.view.header;

import org.jspecify.annotations.NullMarked;

/**
 * Lessons of others in the window: taken up anew when their files have changed, and asked about
 * before their code runs for the first time.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code program}: what is to be run
 *   <li>{@code scenario}: the catalogue, and where lessons come from
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is being looked at, and who lets programs run
 *   <li>{@code view.source}: the code of others, with its words set apart
 *   <li>{@code view.theme}: the colours of that
 * </ul>
 *
 * <p>On the JavaFX thread; files are looked at on others.
 */
@NullMarked
package interleave.view.lesson;

import org.jspecify.annotations.NullMarked;

/**
 * The laboratory in the window: who goes on is chosen by hand, all endings are found, and any of
 * them is played again and recorded.
 *
 * <pre>
 *   LaboratoryPane ── HandPage, EndingsPage    what is seen
 *         │
 *       Bench ── Session, which runs what is recorded; Inquiry, which runs the rest
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code explore}: schedules, endings and what threads do
 *   <li>{@code ikonli}: icons of buttons
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code laboratory}: runs programs under control, and tells in sentences
 *   <li>{@code program}: what is run
 *   <li>{@code scenario}: goals of lessons, and which lesson a schedule is for
 *   <li>{@code timeline}: which lane a thread has
 *   <li>{@code timeline.tableau}: shows who could go on
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.session}: what is looked at; starts what is recorded
 *   <li>{@code words}: in which language
 * </ul>
 *
 * <p>Runs on the JavaFX thread; programs run elsewhere, and are looked at once a frame.
 */
@NullMarked
package interleave.view.laboratory;

import org.jspecify.annotations.NullMarked;

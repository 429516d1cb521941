/**
 * The window as a whole: which panes it has, what its commands do, its settings and dialogs. The
 * command line opens it, and is not known here.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code app.opening}: what is opened that is no file by itself
 *   <li>{@code engine}: runs programs, finds what runs them
 *   <li>{@code event}: where a recording lies
 *   <li>{@code exchange.export}: what of a run leaves for other tools
 *   <li>{@code exchange.export.figure}: figures among that
 *   <li>{@code exchange}: the formats of files that are opened and saved
 *   <li>{@code exchange.export.worksheet}: how a worksheet was wished the last time
 *   <li>{@code figure}: how a figure is wanted
 *   <li>{@code figure.format}: writes figures
 *   <li>{@code file}: opens and saves recordings
 *   <li>{@code ikonli}: icons of the buttons of panes
 *   <li>{@code javafx}: nodes and properties of the toolkit
 *   <li>{@code laboratory}: runs programs under control
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code program.annotation}: what the user added
 *   <li>{@code program.merge}: how recordings are aligned that become one
 *   <li>{@code program.source}: where sources are, and which a recording keeps
 *   <li>{@code scenario}: the catalogue and its parameters
 *   <li>{@code tail}: follows a recording while it is written
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.draw}: marks in roles of colour
 *   <li>{@code timeline.events}: what happens, row by row
 *   <li>{@code timeline.explain}: sentences about things
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.picture}: which rows come first
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.search}: finds things by their names
 *   <li>{@code timeline.track}: what can be done to a thing
 *   <li>{@code typeface}: which letters fonts have
 *   <li>{@code view.compare}: two runs one above the other
 *   <li>{@code view.console}: a pane of the window
 *   <li>{@code view.control}: small controls that panes share
 *   <li>{@code view.events}: a pane of the window
 *   <li>{@code view.exercise}: a page of the window
 *   <li>{@code view.export}: pictures leave by it
 *   <li>{@code view.figure}: a card of the window
 *   <li>{@code view.gallery}: a pane of the window
 *   <li>{@code view.header}: a pane of the window
 *   <li>{@code view.icicle}: where time goes
 *   <li>{@code view.inspector}: a pane of the window
 *   <li>{@code view.keys}: commands and their keys
 *   <li>{@code view.program}: checks what was typed
 *   <li>{@code view.laboratory}: a pane of the window
 *   <li>{@code view.lesson}: lessons of others
 *   <li>{@code view.merge}: a card of the window
 *   <li>{@code view.python}: which Python runs programs
 *   <li>{@code view.question}: the question and its answer
 *   <li>{@code view.search}: a card of the window
 *   <li>{@code view.session}: what is being looked at
 *   <li>{@code view.source}: a pane of the window
 *   <li>{@code view.statistics}: a pane of the window
 *   <li>{@code view.status}: a pane of the window
 *   <li>{@code view.tableau}: a pane of the window
 *   <li>{@code view.teacher}: the teacher's view, and the window of notes
 *   <li>{@code view.theme}: colours and type
 *   <li>{@code view.timeline}: the timeline as a control
 *   <li>{@code view.transport}: a pane of the window
 *   <li>{@code view.worker}: adds workers on other machines
 *   <li>{@code words}: what users read, in their language
 *   <li>{@code worker}: workers on other machines may join a run
 * </ul>
 *
 * <p>Runs on the JavaFX thread; files and runs on workers of their own.
 */
@NullMarked
package interleave.app.window;

import org.jspecify.annotations.NullMarked;

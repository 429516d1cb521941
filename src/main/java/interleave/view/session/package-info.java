/**
 * What is being looked at: the run or the recording, the playhead, the selection. No controls;
 * tested without a toolkit.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code engine}: which interpreter ran it
 *   <li>{@code exchange.export}: what of a run leaves for other tools
 *   <li>{@code file}: who opens and saves tells how far it is
 *   <li>{@code laboratory}: who chooses which thread goes on
 *   <li>{@code program}: what is to be run, and how it is launched
 *   <li>{@code program.annotation}: what the user added
 *   <li>{@code program.source}: sources that a recording keeps
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code timeline.critical}: who let whom go on
 *   <li>{@code timeline.events}: what happens, row by row
 *   <li>{@code timeline.layout}: scales, rows and how times are written
 *   <li>{@code timeline.picture}: the whole picture
 *   <li>{@code timeline.range}: what a stretch of time came to
 *   <li>{@code timeline.track}: the kinds of tracks
 *   <li>{@code words}: what users read, in their language
 *   <li>{@code worker}: workers on other machines may join a run
 * </ul>
 *
 * <p>A session belongs to one thread, the window's; starting, stopping, opening and saving happen
 * on a worker of its own.
 */
@NullMarked
package interleave.view.session;

import org.jspecify.annotations.NullMarked;

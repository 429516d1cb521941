/**
 * Several recordings as one, on one axis. Each keeps its processes, locks and queues to itself, as
 * if it were of a machine of its own, and stands under its name.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: segments, which are copied with other numbers
 *   <li>{@code exchange}: which formats there are
 *   <li>{@code file}: opens and saves recordings
 *   <li>{@code program.annotation}: what the user added to them
 *   <li>{@code program.source}: sources that they keep
 *   <li>{@code tail}: when a recording begins
 *   <li>{@code timeline}: what a run is, to be read
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on background threads.
 */
@NullMarked
package interleave.program.merge;

import org.jspecify.annotations.NullMarked;

/**
 * What importers of foreign files share. An {@link interleave.exchange.intake.Intake} takes what a
 * file tells of processes and threads, in whatever order, and makes segments of it: each thread's
 * events in the order of their times, from whatever origin those are counted; what a file holds
 * that is not drawn is counted and told. All of it stays within bounds, whatever the file says:
 * what does not fit into memory is sorted on disk.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: the slots that segments consist of
 *   <li>{@code file}: what is inside a file, progress, and the recording that was opened
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>One thread at a time uses an intake and all that is of it. What it gathered is brought into
 * slots and written by a thread of the intake's own meanwhile.
 */
@NullMarked
package interleave.exchange.intake;

import org.jspecify.annotations.NullMarked;

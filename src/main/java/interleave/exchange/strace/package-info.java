/**
 * What {@code strace} writes: lines of system calls, of one file or of one for each thread. A first
 * look finds whose threads are whose, a second writes what they did.
 *
 * <pre>
 *   Lines ──▶ StraceLine ──▶ Census                                       first look
 *                 │
 *                 └──▶ Calls ──▶ Call ──▶ Tasks: processes, threads, exits  second look
 *                                    └──▶ Meanings: waits, pipes, sleeps ──▶ Intake
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events
 *   <li>{@code exchange.intake}: what makes a recording of it
 *   <li>{@code file}: what is inside a file, progress, and the recording that was opened
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on whichever thread opens.
 */
@NullMarked
package interleave.exchange.strace;

import org.jspecify.annotations.NullMarked;

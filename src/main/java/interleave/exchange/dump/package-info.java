/**
 * Thread dumps, as text and as JSON. A dump is a moment: what each thread was seen doing then is
 * written, and nothing of what lies between two of them.
 *
 * <pre>
 *   Lines ──▶ DumpText ──▶ a Dialect: HotSpot, dump_to_file, faulthandler, py-spy
 *   JSON  ──▶ DumpJson, PySpyJson      │
 *                  └──────────────────┴──▶ ThreadDump ──▶ Moments ──▶ DumpRecording ──▶ Intake
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events
 *   <li>{@code exchange.intake}: what makes a recording of it
 *   <li>{@code file}: what is inside a file, progress, and the recording that was opened
 *   <li>{@code jackson}: reads JSON
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on whichever thread opens.
 */
@NullMarked
package interleave.exchange.dump;

import org.jspecify.annotations.NullMarked;

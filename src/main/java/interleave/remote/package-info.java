/**
 * Recordings of workers on other machines: on theirs they are read as they are written and sent
 * through the broker, on this one they are written into the run's recording, with their clocks
 * related to this one's.
 *
 * <pre>
 *   worker's machine                    broker                        this machine
 *   segments ─▶ BatchPacking ─▶ SendWindow ─▶ recordings ─▶ Arrivals ─▶ RemoteSender ─▶ segments
 *               RecordingShipper ◀── credit, questions of time ◀── RecordingReceiver ─ ClockRelation
 * </pre>
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code file.block}: slots packed, as they travel
 *   <li>{@code process.broker}: carries them
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Shipper and receiver have a thread each. All that arrives is believed by neither.
 */
@NullMarked
package interleave.remote;

import org.jspecify.annotations.NullMarked;

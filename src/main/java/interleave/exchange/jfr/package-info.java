/**
 * Flight recordings of the JDK and of async-profiler. Their layout is read by hand, chunk by chunk:
 * the JDK's own reader refuses what is cut off or still written, and makes an object of each event.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events, and the recording that holds them
 *   <li>{@code exchange.dump}: thread dumps that are in events, as text
 *   <li>{@code exchange.intake}: what all importers share
 *   <li>{@code file}: what a format is
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>A thread of its own finds chunks and the order of their events; who opens the file reads them.
 */
@NullMarked
package interleave.exchange.jfr;

import org.jspecify.annotations.NullMarked;

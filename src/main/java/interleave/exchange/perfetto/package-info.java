/**
 * Traces of Perfetto's, which Android, Chrome and programs with its library write. A file is gone
 * through twice: once for what is to be known before anything is drawn, and once to draw it. The
 * wire format is read by hand, field by field; nothing but the largest packet is in memory.
 *
 * <p>May use, beside the JDK:
 *
 * <ul>
 *   <li>{@code event}: kinds of events
 *   <li>{@code exchange.intake}: makes a recording of what a file tells
 *   <li>{@code exchange.perfetto.wire}: fields of messages
 *   <li>{@code exchange.perfetto.zstd}: packets that are packed so
 *   <li>{@code file}: what a format is, what is inside a file, progress
 *   <li>{@code words}: what users read, in their language
 * </ul>
 *
 * <p>Runs on whichever thread opens a file.
 */
@NullMarked
package interleave.exchange.perfetto;

import org.jspecify.annotations.NullMarked;

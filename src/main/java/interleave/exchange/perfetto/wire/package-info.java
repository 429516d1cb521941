/**
 * The wire format that protocol buffers have, read by hand: fields of a message one by one, without
 * an object for any, and the packets that a file of Perfetto's consists of.
 *
 * <p>May use the JDK only.
 *
 * <p>Runs on whichever thread opens a file.
 */
@NullMarked
package interleave.exchange.perfetto.wire;

import org.jspecify.annotations.NullMarked;

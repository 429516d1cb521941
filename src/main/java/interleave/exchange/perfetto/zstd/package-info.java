/**
 * Unpacks Zstandard, as RFC 8878 has it, without a dictionary: what Perfetto packs its packets
 * with. All of it stays within bounds, whatever the bytes are.
 *
 * <p>May use, beside the JDK: nothing.
 *
 * <p>One thread at a time.
 */
@NullMarked
package interleave.exchange.perfetto.zstd;

import org.jspecify.annotations.NullMarked;

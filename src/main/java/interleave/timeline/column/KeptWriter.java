package interleave.timeline.column;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/**
 * Writes chunks of columns so that each can be read without the others ({@link KeptSpace}). Each is
 * a record, known by the place where it begins:
 *
 * <pre>
 *    u32 how many bytes follow the head │ u32 their CRC-32C │ the bytes, deflated, or as they are
 *                                                             where that is no shorter
 * </pre>
 *
 * <p>The same bytes are written once: what a thread holds and for how long it held anything are two
 * columns of the same times.
 */
public final class KeptWriter implements Closeable {
  static final int HEAD = 8;

  private final OutputStream out;
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
  private final CRC32C check = new CRC32C();
  private final KnownRecords known = new KnownRecords();
  private byte[] deflated = new byte[1 << 15];
  private long at;

  public KeptWriter(OutputStream out) {
    this.out = out;
  }

  /** Up to where it was written. */
  public long position() {
    return at;
  }

  /**
   * Writes a chunk's bytes, unless they are there already; where they begin.
   *
   * @param form what is written in their place, of the same length
   */
  long chunk(byte[] bytes, UnaryOperator<byte[]> form) throws IOException {
    long hash = KnownRecords.hash(bytes);
    int sum = checksum(bytes, bytes.length);
    long before = known.place(hash, sum, bytes.length);
    if (before >= 0) {
      return before;
    }
    long place = record(form.apply(bytes));
    known.add(hash, sum, bytes.length, place);
    return place;
  }

  /** Writes bytes; where they begin. */
  long record(byte[] bytes) throws IOException {
    int length = deflate(bytes);
    byte[] written = length < bytes.length ? deflated : bytes;
    int size = Math.min(length, bytes.length);
    long place = at;
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(size).putInt(checksum(written, size));
    write(head.array(), HEAD);
    write(written, size);
    return place;
  }

  /** Writes bytes as they are, with nothing around them; where they begin. */
  public long plain(byte[] bytes, int length) throws IOException {
    long place = at;
    write(bytes, length);
    return place;
  }

  private void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    at += length;
  }

  /** How long it became; as long as before where it did not become shorter. */
  private int deflate(byte[] bytes) {
    if (deflated.length < bytes.length) {
      deflated = new byte[bytes.length];
    }
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    int length = deflater.deflate(deflated, 0, bytes.length);
    return deflater.finished() ? length : bytes.length;
  }

  private int checksum(byte[] bytes, int length) {
    check.reset();
    check.update(bytes, 0, length);
    return (int) check.getValue();
  }

  /** Lets go of what it needed; the stream stays open. */
  @Override
  public void close() {
    deflater.end();
  }
}

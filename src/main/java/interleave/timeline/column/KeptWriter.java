package interleave.timeline.column;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
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
  private final Course course;
  private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();
  private final KnownRecords known = new KnownRecords();
  private long at;

  /** How the work goes on. */
  public interface Course {
    /** Piece by piece, and nobody hears of it. */
    Course PLAIN = new Course() {};

    /** The numbers below {@code count}, for what may be done at the same time. */
    default IntStream each(int count) {
      return IntStream.range(0, count);
    }

    /**
     * So many bytes more of columns, as they lie there, were written. What it throws ends the work.
     */
    default void kept(long bytes) {}
  }

  /**
   * What is to be written for a chunk.
   *
   * @param before where the same bytes were written already, -1 for nowhere
   * @param record head and bytes; none where they were written already
   */
  record Prepared(long hash, int sum, int length, long before, byte[] record) {}

  public KeptWriter(OutputStream out, Course course) {
    this.out = out;
    this.course = course;
  }

  /** Up to where it was written. */
  public long position() {
    return at;
  }

  Course course() {
    return course;
  }

  /**
   * Makes ready what is to be written for the bytes of a chunk; on any thread, as long as nothing
   * is written.
   *
   * @param form what is written in their place, of the same length
   */
  Prepared prepare(byte[] bytes, UnaryOperator<byte[]> form) {
    long hash = KnownRecords.hash(bytes);
    int sum = checksum(bytes, 0, bytes.length);
    long before = known.place(hash, sum, bytes.length);
    byte[] record = before >= 0 ? new byte[0] : record(form.apply(bytes));
    return new Prepared(hash, sum, bytes.length, before, record);
  }

  /** Writes it, unless it is there already; where it begins. */
  long write(Prepared chunk) throws IOException {
    course.kept(chunk.length);
    long before = known.place(chunk.hash, chunk.sum, chunk.length);
    if (before >= 0) {
      return before;
    }
    long place = plain(chunk.record, chunk.record.length);
    known.add(chunk.hash, chunk.sum, chunk.length, place);
    return place;
  }

  /** Writes bytes as a record; where it begins. */
  long write(byte[] bytes) throws IOException {
    course.kept(bytes.length);
    byte[] record = record(bytes);
    return plain(record, record.length);
  }

  /** Writes bytes as they are, with nothing around them; where they begin. */
  public long plain(byte[] bytes, int length) throws IOException {
    long place = at;
    out.write(bytes, 0, length);
    at += length;
    return place;
  }

  private byte[] record(byte[] bytes) {
    byte[] record = new byte[HEAD + bytes.length];
    int length = deflate(bytes, record);
    if (length == bytes.length) {
      System.arraycopy(bytes, 0, record, HEAD, length);
    }
    ByteBuffer.wrap(record)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .putInt(checksum(record, HEAD, length));
    return Arrays.copyOf(record, HEAD + length);
  }

  /** How long it became; as long as before where it did not become shorter. */
  private int deflate(byte[] bytes, byte[] record) {
    Deflater free = deflaters.poll();
    Deflater deflater = free == null ? new Deflater(Deflater.BEST_SPEED, true) : free;
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    int length = deflater.deflate(record, HEAD, bytes.length);
    boolean shorter = deflater.finished();
    deflaters.add(deflater);
    return shorter ? length : bytes.length;
  }

  private static int checksum(byte[] bytes, int from, int length) {
    CRC32C check = new CRC32C();
    check.update(bytes, from, length);
    return (int) check.getValue();
  }

  /** Lets go of what it needed; the stream stays open. */
  @Override
  public void close() {
    deflaters.forEach(Deflater::end);
  }
}

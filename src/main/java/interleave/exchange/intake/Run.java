package interleave.exchange.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records of one thread that had no room in memory, in a file, in their order. */
final class Run {
  private static final int BUFFER = 1 << 15;

  private final Path file;
  private final long count;

  private Run(Path file, long count) {
    this.file = file;
    this.count = count;
  }

  /** Writes all that there are. */
  static Run of(Path file, Cursor records) throws IOException {
    long count = 0;
    try (DataOutputStream to =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER))) {
      for (; records.next(); count++) {
        long[] numbers = records.record();
        int at = records.at();
        for (int i = 0; i < Records.TEXT; i++) {
          to.writeLong(numbers[at + i]);
        }
        int length = (int) (numbers[at + Records.KIND] >>> 32);
        to.write(records.texts(), (int) numbers[at + Records.TEXT], length);
      }
    }
    return new Run(file, count);
  }

  /** What one reads of it. */
  Reading read() throws IOException {
    return new Reading();
  }

  /** Reads it once; it is gone afterwards. */
  final class Reading implements Cursor, AutoCloseable {
    private final DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
    private final long[] record = new long[Records.LONGS];
    private byte[] text = {};
    private long taken;

    private Reading() throws IOException {}

    @Override
    public boolean next() throws IOException {
      if (taken++ >= count) {
        return false;
      }
      for (int i = 0; i < Records.TEXT; i++) {
        record[i] = in.readLong();
      }
      int length = (int) (record[Records.KIND] >>> 32);
      if (text.length < length) {
        text = new byte[length * 2];
      }
      if (in.readNBytes(text, 0, length) < length) {
        throw new EOFException(file.toString());
      }
      return true;
    }

    @Override
    public long[] record() {
      return record;
    }

    @Override
    public int at() {
      return 0;
    }

    @Override
    public byte[] texts() {
      return text;
    }

    @Override
    public void close() throws IOException {
      in.close();
      Files.deleteIfExists(file);
    }
  }
}

package interleave.event;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * How many bytes the segments of a run may take together. One file in the recording, {@code cap}
 * and {@code used} as two little-endian 64-bit numbers, changed under a POSIX lock of the whole
 * file, so that processes in any language share it.
 */
final class Budget {
  static final String FILE = "budget";
  private static final int BYTES = 16;
  private static final Object ONE_AT_A_TIME = new Object();

  /**
   * A segment takes so great a part of what is left at most: else a few busy threads leave nothing
   * for who comes later.
   */
  private static final int SHARES = 8;

  private final Path file;

  Budget(Path folder) {
    file = folder.resolve(FILE);
  }

  static void create(Path folder, long cap) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    content.putLong(0, cap);
    Files.write(folder.resolve(FILE), content.array(), StandardOpenOption.CREATE_NEW);
  }

  /** What is left of it. */
  long left() throws IOException {
    ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    return content.capacity() < BYTES ? 0 : content.getLong(0) - content.getLong(8);
  }

  /**
   * Takes a share of what is left, in multiples of {@code least}, of which at least one is of use;
   * returns its bytes, 0 for none.
   */
  int take(int most, int least) throws IOException {
    return (int) change(most, least);
  }

  /** What was taken could not be used. */
  void giveBack(int bytes) throws IOException {
    change(-bytes, 0);
  }

  private static long share(long left, int most, int least) {
    long share = Math.max(least, left / SHARES / least * least);
    return left < least ? 0 : Math.min(most, share);
  }

  /** Gives back where {@code most} is negative. */
  private long change(int most, int least) throws IOException {
    // The JVM refuses a second lock of the same file in the same process, so threads take turns
    // first.
    synchronized (ONE_AT_A_TIME) {
      try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
          FileLock _ = opened.getChannel().lock()) {
        byte[] raw = new byte[BYTES];
        opened.readFully(raw);
        ByteBuffer content = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        long used = content.getLong(8);
        long taken = most < 0 ? most : share(content.getLong(0) - used, most, least);
        if (taken != 0) {
          content.putLong(8, used + taken);
          opened.seek(0);
          opened.write(raw);
        }
        return taken;
      }
    }
  }
}

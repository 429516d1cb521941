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

  /** Takes {@code bytes} of what is left; false when there is not so much. */
  boolean take(long bytes) throws IOException {
    // The JVM refuses a second lock of the same file in the same process, so threads take turns
    // first.
    synchronized (ONE_AT_A_TIME) {
      try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw");
          FileLock _ = opened.getChannel().lock()) {
        byte[] raw = new byte[BYTES];
        opened.readFully(raw);
        ByteBuffer content = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        long used = content.getLong(8) + bytes;
        if (used > content.getLong(0)) {
          return false;
        }
        content.putLong(8, used);
        opened.seek(0);
        opened.write(raw);
        return true;
      }
    }
  }
}

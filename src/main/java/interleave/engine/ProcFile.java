package interleave.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file in {@code /proc} that is read again and again. Those that are asked most stay open, which
 * makes a look five times as quick; there are only so many of these.
 */
final class ProcFile implements Closeable {
  private final Path path;
  private final Reading reading;
  private @Nullable FileChannel kept;

  /** What one thread reads with. */
  static final class Reading {
    private static final int LONGEST = 4096;

    /** More may be more than this process may open. */
    private static final int MOST_KEPT = 1000;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
    private final byte[] bytes = new byte[LONGEST];
    private int kept;

    /** What was read last, and how much that is. */
    byte[] bytes() {
      return bytes;
    }
  }

  ProcFile(Path path, Reading reading) {
    this.path = path;
    this.reading = reading;
  }

  /**
   * Reads it from its beginning into the bytes of the {@link Reading}; returns how many.
   *
   * @throws IOException when what it tells of is gone, or it may not be read
   */
  int read() throws IOException {
    FileChannel open = kept;
    if (open == null && reading.kept < Reading.MOST_KEPT) {
      open = FileChannel.open(path, StandardOpenOption.READ);
      kept = open;
      reading.kept++;
    }
    return open == null ? readOnce() : read(open);
  }

  /** As {@link #read}, of a file that will not be asked again soon. */
  int readOnce() throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      return read(file);
    }
  }

  private int read(FileChannel file) throws IOException {
    ByteBuffer buffer = reading.buffer.clear();
    int size = Math.max(0, file.read(buffer, 0));
    buffer.flip().get(reading.bytes, 0, size);
    return size;
  }

  /** It is not kept open any more. */
  @Override
  public void close() {
    FileChannel open = kept;
    if (open != null) {
      kept = null;
      reading.kept--;
      try {
        open.close();
      } catch (IOException e) {
        // What it tells of has ended.
      }
    }
  }
}

package interleave.exchange.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files of segments that stay open, as threads write theirs by turns: to open one each time took as
 * long as to write there. Of a file with many threads those of the newest are open. No more than
 * one thread at a time uses it.
 */
final class OpenSegments implements Closeable {
  /** A process may have no more than 256 files open on some systems. */
  private static final int MOST = 64;

  /** The one that was used longest ago first. */
  private final Map<Path, FileChannel> open = new LinkedHashMap<>(MOST, 0.75f, true);

  /** A file to be written; it is made where it is not there. */
  FileChannel of(Path file) throws IOException {
    FileChannel known = open.get(file);
    if (known == null) {
      if (open.size() >= MOST) {
        close(open.keySet().iterator().next());
      }
      known = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      open.put(file, known);
    }
    return known;
  }

  /** Nothing more is written there for now. */
  void close(Path file) throws IOException {
    FileChannel known = open.remove(file);
    if (known != null) {
      known.close();
    }
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      close(open.keySet().iterator().next());
    }
  }
}

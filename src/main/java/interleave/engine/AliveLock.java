package interleave.engine;

import interleave.words.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock that is held while the run lives. The system lets go of it when this process ends, in
 * whatever way; traced processes that wait for it know then that they are to end too.
 */
final class AliveLock implements AutoCloseable {
  private static final Words WORDS = Words.of("engine");

  /** In the recording's folder. */
  static final String FILE = "alive.lock";

  private final FileChannel channel;

  AliveLock(Path recording) throws IOException {
    channel =
        FileChannel.open(
            recording.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IOException(WORDS.get("held", recording.resolve(FILE)));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

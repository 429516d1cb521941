package interleave.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.function.LongConsumer;

/**
 * Something that is kept in a saved file beside the recording, so that it can be mapped from the
 * file itself.
 */
public interface FurtherEntry {
  /** Its name in the file, as {@code derived}. */
  String name();

  /**
   * Writes it, from the channel's position on, where a page of the file begins; its end is where
   * the position is afterwards. Where that is the same there is no such entry.
   *
   * @param segments tells what segments stand in the file, see {@link OpenedRecording#segments}
   * @param done is told how much of {@link #work} is done; what it throws ends the writing
   */
  void write(FileChannel to, long segments, LongConsumer done) throws IOException;

  /**
   * About how many bytes of segments would be as much work to save, as far as that is known by now.
   */
  default long work() {
    return 0;
  }
}

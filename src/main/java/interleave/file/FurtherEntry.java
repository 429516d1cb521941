package interleave.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
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

  /** What it is made of, asked for when it is its turn to be written; it may be nothing. */
  default List<? extends FurtherEntry> entries() {
    return List.of(this);
  }

  /** Whether it is of use also beside a recording of which something is missing. */
  default boolean isForParts() {
    return false;
  }
}

package interleave.file;

import java.io.IOException;
import java.nio.channels.FileChannel;

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
   */
  void write(FileChannel to, long segments) throws IOException;
}

package interleave.file;

import interleave.event.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A format in which recordings are also saved. */
public interface WritableFormat extends Format {
  /**
   * Saves what was recorded so far. The file is there as a whole or not at all, and replaces one of
   * the same name.
   *
   * @param further what is kept beside it; a format that has no place for that leaves it out
   */
  void save(
      Recording recording,
      Manifest manifest,
      List<? extends FurtherEntry> further,
      Path file,
      Progress progress)
      throws IOException;

  /** As the other, with nothing beside the recording. */
  default void save(Recording recording, Manifest manifest, Path file, Progress progress)
      throws IOException {
    save(recording, manifest, List.of(), file, progress);
  }
}

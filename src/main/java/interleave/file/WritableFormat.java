package interleave.file;

import interleave.event.Recording;
import java.io.IOException;
import java.nio.file.Path;

/** A format in which recordings are also saved. */
public interface WritableFormat extends Format {
  /**
   * Saves what was recorded so far. The file is there as a whole or not at all, and replaces one of
   * the same name.
   */
  void save(Recording recording, Manifest manifest, Path file, Progress progress)
      throws IOException;
}

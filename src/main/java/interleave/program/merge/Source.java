package interleave.program.merge;

import interleave.file.Manifest;
import interleave.file.OpenedRecording;

/**
 * A recording that is merged with others.
 *
 * @param name under which it stands
 */
record Source(OpenedRecording opened, String name) {
  Manifest manifest() {
    return opened.manifest();
  }
}

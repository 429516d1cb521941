package interleave.file;

import interleave.event.Recording;
import java.util.List;

/**
 * A recording that was read from a file, in a temporary folder: who opens it deletes it.
 *
 * @param problems what was left out and why, one sentence each
 */
public record OpenedRecording(Manifest manifest, Recording recording, List<String> problems) {
  public OpenedRecording {
    problems = List.copyOf(problems);
  }
}

package interleave.file;

import interleave.event.Recording;
import java.util.List;

/**
 * A recording that was opened: read from a file into a temporary folder, or where it lies. Who
 * opens it closes it.
 *
 * @param problems what was left out and why, one sentence each
 * @param inPlace whether it lies where it was made and stays there
 */
public record OpenedRecording(
    Manifest manifest, Recording recording, List<String> problems, boolean inPlace)
    implements AutoCloseable {
  public OpenedRecording {
    problems = List.copyOf(problems);
  }

  /** One that was read from a file. */
  public OpenedRecording(Manifest manifest, Recording recording, List<String> problems) {
    this(manifest, recording, problems, false);
  }

  static OpenedRecording inPlace(Manifest manifest, Recording recording) {
    return new OpenedRecording(manifest, recording, List.of(), true);
  }

  /** A copy is deleted; what lies in its place stays there, for whoever wants it next. */
  @Override
  public void close() {
    if (inPlace) {
      recording.release();
    } else {
      recording.delete();
    }
  }
}

package interleave.tail;

import interleave.event.Recording;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.IOException;
import java.util.List;

/**
 * A recording that is not written any more.
 *
 * @param problems what is known to be wrong with it, one sentence each
 * @param incomplete whether some of it is missing
 */
public record Finished(Recording recording, List<String> problems, boolean incomplete) {
  public Finished {
    problems = List.copyOf(problems);
  }

  /** What is in a file; it is unpacked if it was not before. */
  static Finished of(OpenedRecording opened, Progress progress) throws IOException {
    Recording recording = opened.recording(progress);
    return new Finished(recording, opened.problems(), opened.isIncomplete());
  }

  static Finished whole(Recording recording) {
    return new Finished(recording, List.of(), false);
  }
}

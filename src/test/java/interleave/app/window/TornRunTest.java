package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.file.Progress;
import interleave.file.TornTimelineTest;
import interleave.timeline.QueueTrack;
import interleave.view.session.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window is handed of a file that was cut off. */
class TornRunTest {
  @TempDir Path folder;

  @Test
  void theWindowHearsThatSomeOfItIsMissing() throws IOException {
    Path file = folder.resolve("run.interleave");
    TornTimelineTest.save(folder, file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length * 3 / 4));
    EngineRunSource source =
        new EngineRunSource(new KeptRecordings(folder.resolve("unused"), _ -> {}));
    try (RecordedRun run = source.open(file, Progress.UNHEARD)) {
      assertThat(run.running()).isFalse();
      assertThat(run.timeline().incomplete()).isTrue();
      assertThat(run.timeline().problems()).singleElement().asString().contains("too early");
      assertThat(run.timeline().queues()).extracting(QueueTrack::lost).containsExactly(0L);
    }
  }
}

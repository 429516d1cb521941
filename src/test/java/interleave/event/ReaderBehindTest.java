package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that writes faster than it is read. */
class ReaderBehindTest {
  private static final int SEGMENTS = 3;
  private static final int EACH = 50_000;
  private static final int MOST = 30_000;

  @TempDir Path folder;

  private Recording recording() throws IOException {
    Recording recording = Recording.createIn(folder, Recording.DEFAULT_CAP);
    for (int segment = 1; segment <= SEGMENTS; segment++) {
      SegmentWriter out = recording.segment(TracedRuntime.JAVA, 1, 0, 1000 + segment);
      for (int i = 0; i < EACH; i++) {
        out.write(EventKind.NOTIFY.code(), 0, segment, 1, 0, 0, 2000 + 10L * i + segment);
      }
    }
    return recording;
  }

  @Test
  void readsOfAllSegmentsInAboutTheOrderOfTimesAndSaysHowMuchIsLeft() throws IOException {
    Recording recording = recording();
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      long before = 0;
      while (before < Long.MAX_VALUE) {
        int had = all.events.size();
        int events = reader.poll(all, MOST);
        assertThat(events).isEqualTo(all.events.size() - had).isLessThan(MOST + 5_000);
        long left = (long) SEGMENTS * EACH - all.events.size();
        assertThat(reader.waiting()).isEqualTo(left * 32);
        assertThat(recording.written() - reader.position()).isEqualTo(left * 32);
        long reached = reader.reached();
        assertThat(reached == Long.MAX_VALUE).isEqualTo(left == 0);
        assertThat(all.events.stream().filter(event -> event.time() <= reached).count())
            .as("all up to what was reached, and of the rest a piece of each")
            .isEqualTo(count(reached))
            .isGreaterThan(all.events.size() - 10_000 * SEGMENTS);
        assertThat(reached).isGreaterThan(before);
        before = reached;
      }
    } finally {
      recording.delete();
    }
  }

  private static long count(long upTo) {
    long all = 0;
    for (int segment = 1; segment <= SEGMENTS; segment++) {
      long first = 2000 + segment;
      all += upTo < first ? 0 : Math.min(EACH, (upTo - first) / 10 + 1);
    }
    return all;
  }
}

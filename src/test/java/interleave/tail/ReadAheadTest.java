package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.event.Collected;
import interleave.event.EventKind;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadAheadTest {
  private static final int EVENTS = 30_000;

  @TempDir Path folder;
  private Recording recording;

  @BeforeEach
  void record() throws IOException {
    recording = Recording.createIn(folder, 1 << 26);
    for (int segment = 0; segment < 2; segment++) {
      SegmentWriter to = recording.segment(TracedRuntime.JAVA, 7 + segment, 1, 1000);
      for (int i = 0; i < EVENTS; i++) {
        String text = i % 3 == 0 ? "text " + i : i % 7 == 0 ? "größer " + i : "";
        to.write(EventKind.LOCK_ACQUIRED.code(), i & 7, 1, 2, i % 50, i, 1000 + i, text);
      }
    }
  }

  @AfterEach
  void delete() {
    recording.delete();
  }

  private static boolean isReading() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(each -> each.getName().equals("interleave segment reader"));
  }

  @Test
  void allIsHandedOverInTheOrderInWhichItIsRead() {
    Collected there = new Collected();
    List<Long> reachedThere = new ArrayList<>();
    try (RecordingReader reader = recording.reader()) {
      reader.finish(there, reachedThere::add);
    }
    Collected here = new Collected();
    List<Long> reachedHere = new ArrayList<>();
    try (RecordingReader reader = recording.reader()) {
      ReadAhead.finish(reader, here, reachedHere::add);
      assertThat(reader.position()).isPositive();
    }
    assertThat(here.events).hasSize(2 * EVENTS).isEqualTo(there.events);
    assertThat(here.segments).hasSize(2);
    assertThat(reachedHere).isNotEmpty().isEqualTo(reachedThere);
    assertThat(isReading()).isFalse();
  }

  @Test
  void whoWantsNoMoreOfItGetsNoMore() {
    Collected some = new Collected();
    LongConsumer reached =
        _ -> {
          throw new CancellationException();
        };
    try (RecordingReader reader = recording.reader()) {
      assertThatThrownBy(() -> ReadAhead.finish(reader, some, reached))
          .isInstanceOf(CancellationException.class);
    }
    assertThat(some.events).hasSizeBetween(1, 2 * EVENTS - 1);
    assertThat(isReading()).isFalse();
  }
}

package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exchange.KnownFormats;
import interleave.exchange.OpenedFiles;
import interleave.tail.LiveTimeline;
import interleave.timeline.Sightings;
import interleave.timeline.Timeline;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.derive.TimelineStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What threads were seen doing is the same when it was kept and is looked at again. */
class KeptSightingsTest {
  @ParameterizedTest
  @ValueSource(strings = {"dump/kill3-25.txt", "dump/pyspy-3.13.json", "strace/c.strace"})
  void anImageTellsWhatWasDerived(String name) throws IOException {
    try (OpenedRecording opened = KnownFormats.ALL.open(OpenedFiles.path(name), Progress.UNHEARD)) {
      TimelineStore store = LiveTimeline.derive(opened.recording());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.keep(out, KeptWriter.Course.PLAIN);
      MemorySegment image = MemorySegment.ofArray(out.toByteArray());
      Timeline kept = TimelineStore.kept(image, () -> {}).snapshot();
      assertThat(ToldTimeline.of(kept)).isEqualTo(ToldTimeline.of(store.snapshot()));
      assertThat(told(kept)).isEqualTo(told(store.snapshot()));
      assertThat(kept.deadlocks()).isEqualTo(store.snapshot().deadlocks());
    }
  }

  private static List<String> told(Timeline timeline) {
    Sightings seen = timeline.sightings();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      all.add(seen.get(i) + " " + seen.heldAt(seen.get(i)));
    }
    seen.moments().forEach(moment -> all.add(moment.toString()));
    return all;
  }
}

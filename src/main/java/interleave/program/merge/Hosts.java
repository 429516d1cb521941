package interleave.program.merge;

import static interleave.event.SlotFormat.*;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hosts that a recording tells of; one that tells of none is one itself. */
final class Hosts {
  private static final Words WORDS = Words.of("program/merge");

  /** More of them nobody shows. */
  private static final int MOST = 10_000;

  /** How often their clocks' uncertainty may be told. */
  private static final int MOST_TOLD = 1 << 16;

  /** As a recording tells it. */
  record Told(int number, @Nullable String name, long uncertainty, long time) {}

  /** Names first, as their numbers follow each other; then what changed, in its order. */
  static final Comparator<Told> ORDER =
      Comparator.comparing((Told each) -> each.name() == null)
          .thenComparingLong(each -> each.name() == null ? each.time() : each.number());

  private Hosts() {}

  /**
   * Those of a recording as they are told in another.
   *
   * @param first their first number there
   * @param shift is added to times
   */
  static List<Told> of(Source source, Recording recording, int first, int count, long shift) {
    List<Told> theirs = count == 1 ? List.of() : told(recording);
    List<Told> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      String name =
          theirs.stream()
              .filter(it -> it.number() == number && it.name() != null)
              .findFirst()
              .map(it -> " · " + it.name())
              .orElse(count == 1 ? "" : " · " + number);
      all.add(new Told(first + i, source.name() + name, 0, 0));
    }
    for (Told each : theirs) {
      if (each.number() >= 0 && each.number() < count) {
        all.add(new Told(first + each.number(), null, each.uncertainty(), each.time() + shift));
      }
    }
    return all;
  }

  /** How many numbers its processes take. */
  static int count(List<Path> segments, String name) throws IOException {
    long most =
        SegmentHeads.of(segments, head -> head.getLong(PID_AT) >>> Integer.SIZE).max().orElse(0);
    if (most >= MOST) {
      throw new IOException(WORDS.get("many-hosts", name));
    }
    return (int) most + 1;
  }

  /** What is told of them in the order of times; reads all of the recording. */
  private static List<Told> told(Recording of) {
    List<Told> all = new ArrayList<>();
    try (RecordingReader reader = of.reader()) {
      reader.finish(new Telling(all), _ -> {});
    }
    return all;
  }

  private record Telling(List<Told> all) implements EventSink {
    @Override
    public void segment(SegmentInfo segment) {}

    @Override
    public void lost(SegmentInfo of, long events, long first, long last) {}

    @Override
    public void event(
        SegmentInfo of,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      if (kind == EventKind.HOST && of.pid() >>> Integer.SIZE == 0 && all.size() < MOST_TOLD) {
        all.add(new Told(object, text, value, time));
      }
    }
  }
}

package interleave.app;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A recording in a few numbers, from one pass over it. */
record RecordingFacts(
    int processes, int threads, long events, long lost, long durationNs, List<String> problems) {

  static RecordingFacts of(Recording recording) {
    try (RecordingReader reader = recording.reader()) {
      Counting counting = new Counting();
      reader.poll(counting);
      List<String> problems = new ArrayList<>(reader.problems());
      if (reader.skipped() > 0) {
        problems.add(reader.skipped() + " slots made no sense and were skipped.");
      }
      return new RecordingFacts(
          counting.processes.size(),
          counting.threads.size(),
          counting.events,
          reader.lost(),
          counting.last >= counting.first ? counting.last - counting.first : 0,
          List.copyOf(problems));
    }
  }

  private static final class Counting implements EventSink {
    private final Set<Long> processes = new HashSet<>();
    private final Set<Thread> threads = new HashSet<>();
    private long events;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    private record Thread(long pid, int id) {}

    @Override
    public void segment(SegmentInfo info) {
      if (info.runtime() != TracedRuntime.ENGINE) {
        processes.add(info.pid());
      }
    }

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {
      events++;
      first = Math.min(first, time);
      last = Math.max(last, time);
      if (kind == EventKind.CHILD_START) {
        processes.add(value & 0xFFFF_FFFFL);
      }
      if (from.runtime() != TracedRuntime.ENGINE && thread != 0) {
        threads.add(new Thread(from.pid(), thread));
      }
    }
  }
}

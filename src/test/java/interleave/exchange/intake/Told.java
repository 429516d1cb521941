package interleave.exchange.intake;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recording says, in the order in which it is read. */
final class Told implements EventSink {
  record Said(
      long pid,
      EventKind kind,
      int thread,
      int object,
      long value,
      long time,
      @Nullable String text) {}

  record Slice(int thread, int name, long begin, long end) {}

  final List<Said> all = new ArrayList<>();
  final Map<Long, String> processes = new HashMap<>();
  final List<String> problems;

  private Told(Recording recording) {
    try (RecordingReader reader = recording.reader()) {
      reader.finish(this, _ -> {});
      problems = reader.problems();
    }
  }

  static Told of(Recording recording) {
    return new Told(recording);
  }

  @Override
  public void segment(SegmentInfo info) {
    processes.putIfAbsent(info.pid(), "");
  }

  @Override
  public void event(
      SegmentInfo info,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text) {
    all.add(new Said(info.pid(), kind, thread, object, value, time, text));
    if (kind == EventKind.PROCESS_NAME) {
      processes.put(info.pid(), text);
    }
  }

  @Override
  public void lost(SegmentInfo info, long events, long first, long last) {}

  /** The slices of each thread, whose events must come in the order of times. */
  List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    Map<Integer, Deque<Said>> open = new HashMap<>();
    Map<Integer, Long> last = new HashMap<>();
    for (Said each : all) {
      Deque<Said> stack = open.computeIfAbsent(each.thread, _ -> new ArrayDeque<>());
      if (each.kind == EventKind.SLICE_BEGIN) {
        stack.push(each);
      } else if (each.kind == EventKind.SLICE_END) {
        Said begin = stack.pop();
        slices.add(new Slice(each.thread, begin.object, begin.time, each.time));
      }
      if (each.thread != 0 && each.kind != EventKind.DEFINE_THREAD) {
        Long before = last.put(each.thread, each.time);
        if (before != null && before > each.time) {
          throw new AssertionError("thread " + each.thread + " goes back to " + each.time);
        }
      }
    }
    return slices;
  }
}

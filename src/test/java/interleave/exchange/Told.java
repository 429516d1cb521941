package interleave.exchange;

import interleave.event.EventKind;
import interleave.event.EventSink;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentInfo;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recording says, in the order in which it is read. */
public final class Told implements EventSink {
  public record Said(
      long pid,
      EventKind kind,
      int flags,
      int thread,
      int object,
      long value,
      long time,
      @Nullable String text) {}

  public record Slice(int thread, int name, long begin, long end) {}

  public final List<Said> all = new ArrayList<>();
  public final Map<Long, String> processes = new HashMap<>();
  public final List<String> problems;

  private Told(Recording recording) {
    try (RecordingReader reader = recording.reader()) {
      reader.finish(this, _ -> {});
      problems = reader.problems();
    }
  }

  public static Told of(Recording recording) {
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
    all.add(new Said(info.pid(), kind, flags, thread, object, value, time, text));
    if (kind == EventKind.PROCESS_NAME) {
      processes.put(info.pid(), text);
    }
  }

  @Override
  public void lost(SegmentInfo info, long events, long first, long last) {}

  /** How often a kind was said. */
  public long count(EventKind kind) {
    return all.stream().filter(each -> each.kind == kind).count();
  }

  /** What is called so of a kind that names things, by process and id. */
  private String name(EventKind kind, long pid, int id) {
    for (Said each : all) {
      int of = kind == EventKind.DEFINE_THREAD ? each.thread : each.object;
      if (each.kind == kind && each.pid == pid && of == id) {
        return each.text == null ? "" : each.text;
      }
    }
    return "";
  }

  /** All that happened in the order of times, and else as it was read, in short. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<Said> happened =
        all.stream()
            .filter(each -> !isName(each))
            .sorted(Comparator.comparingLong(Said::time))
            .toList();
    for (Said each : happened) {
      String thread = name(EventKind.DEFINE_THREAD, each.pid, each.thread);
      String object = name(EventKind.DEFINE_OBJECT, each.pid, each.object);
      boolean number = each.kind == EventKind.COUNTER;
      Object value = number ? Double.longBitsToDouble(each.value) : (Object) each.value;
      lines.add(
          "%s/%s +%d %s%s%s%s%s"
              .formatted(
                  processes.get(each.pid),
                  thread,
                  each.time - happened.getFirst().time,
                  each.kind,
                  each.flags == 0 ? "" : "/" + each.flags,
                  object.isEmpty() ? "" : " " + object,
                  each.value == 0 ? "" : " #" + value,
                  each.text == null ? "" : " (" + each.text + ")"));
    }
    return lines;
  }

  private static boolean isName(Said each) {
    return each.kind.name().startsWith("DEFINE") || each.kind == EventKind.PROCESS_NAME;
  }

  /** The slices of each thread, whose events must come in the order of times. */
  public List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    Map<List<Long>, Deque<Said>> open = new HashMap<>();
    Map<List<Long>, Long> last = new HashMap<>();
    for (Said each : all) {
      List<Long> of = List.of(each.pid, (long) each.thread);
      Deque<Said> stack = open.computeIfAbsent(of, _ -> new ArrayDeque<>());
      if (each.kind == EventKind.SLICE_BEGIN) {
        stack.push(each);
      } else if (each.kind == EventKind.SLICE_END) {
        Said begin = stack.pop();
        slices.add(new Slice(each.thread, begin.object, begin.time, each.time));
      }
      if (each.thread != 0 && each.kind != EventKind.DEFINE_THREAD) {
        Long before = last.put(of, each.time);
        if (before != null && before > each.time) {
          throw new AssertionError("thread " + each.thread + " goes back to " + each.time);
        }
      }
    }
    return slices;
  }
}

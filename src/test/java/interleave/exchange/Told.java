package interleave.exchange;

import interleave.event.Collected;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Recording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a recording says, in the order in which it is read. */
public final class Told {
  public record Slice(int thread, int name, long begin, long end) {}

  public final List<Event> all;
  public final Map<Long, String> processes = new HashMap<>();
  public final List<String> problems;

  private Told(Recording recording) {
    Collected collected = Collected.finished(recording);
    all = SliceEnds.told(collected.events);
    problems = collected.problems;
    collected.segments.forEach(each -> processes.putIfAbsent(each.pid(), ""));
    collected.of(EventKind.PROCESS_NAME).forEach(each -> processes.put(each.pid(), each.text()));
  }

  public static Told of(Recording recording) {
    return new Told(recording);
  }

  /** How often a kind was said. */
  public long count(EventKind kind) {
    return all.stream().filter(each -> each.kind() == kind).count();
  }

  /** What is called so of a kind that names things, by process and id. */
  private String name(EventKind kind, long pid, int id) {
    for (Event each : all) {
      int of = kind == EventKind.DEFINE_THREAD ? each.thread() : each.object();
      if (each.kind() == kind && each.pid() == pid && of == id) {
        return each.text() == null ? "" : each.text();
      }
    }
    return "";
  }

  /** All that happened in the order of times, and else as it was read, in short. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<Event> happened =
        all.stream()
            .filter(each -> !isName(each))
            .sorted(Comparator.comparingLong(Event::time))
            .toList();
    for (Event each : happened) {
      String thread = name(EventKind.DEFINE_THREAD, each.pid(), each.thread());
      String object = name(EventKind.DEFINE_OBJECT, each.pid(), each.object());
      boolean number = each.kind() == EventKind.COUNTER;
      Object value = number ? Double.longBitsToDouble(each.value()) : (Object) each.value();
      lines.add(
          "%s/%s +%d %s%s%s%s%s"
              .formatted(
                  processes.get(each.pid()),
                  thread,
                  each.time() - happened.getFirst().time(),
                  each.kind(),
                  each.flags() == 0 ? "" : "/" + each.flags(),
                  object.isEmpty() ? "" : " " + object,
                  each.value() == 0 ? "" : " #" + value,
                  each.text() == null ? "" : " (" + each.text() + ")"));
    }
    return lines;
  }

  private static boolean isName(Event each) {
    return each.kind().name().startsWith("DEFINE") || each.kind() == EventKind.PROCESS_NAME;
  }

  /** The slices of each thread, whose events must come in the order of times. */
  public List<Slice> slices() {
    List<Slice> slices = new ArrayList<>();
    Map<List<Long>, Deque<Event>> open = new HashMap<>();
    Map<List<Long>, Long> last = new HashMap<>();
    for (Event each : all) {
      List<Long> of = List.of(each.pid(), (long) each.thread());
      Deque<Event> stack = open.computeIfAbsent(of, _ -> new ArrayDeque<>());
      if (each.kind() == EventKind.SLICE_BEGIN) {
        stack.push(each);
      } else if (each.kind() == EventKind.SLICE_END) {
        Event begin = stack.pop();
        slices.add(new Slice(each.thread(), begin.object(), begin.time(), each.time()));
      }
      if (each.thread() != 0 && each.kind() != EventKind.DEFINE_THREAD) {
        Long before = last.put(of, each.time());
        if (before != null && before > each.time()) {
          throw new AssertionError("thread " + each.thread() + " goes back to " + each.time());
        }
      }
    }
    return slices;
  }
}

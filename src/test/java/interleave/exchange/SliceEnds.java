package interleave.exchange;

import interleave.event.Event;
import interleave.event.EventKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of slices that end by themselves where they begin and where they end, as of others: so a
 * test need not know in which way a slice was told.
 */
public final class SliceEnds {
  /** A slice that goes on, and when it ends by itself; never if it does not. */
  private record Going(Event begin, long end) {
    boolean isOverBefore(Event next) {
      return end < next.time()
          || end == next.time() && (next.kind() != EventKind.INSTANT || begin.time() < end);
    }
  }

  private final List<Event> all = new ArrayList<>();
  private final Map<List<Long>, Deque<Going>> going = new HashMap<>();

  private SliceEnds() {}

  /** The same with the ends, those of each thread in the order of times. */
  public static List<Event> told(List<Event> events) {
    SliceEnds ends = new SliceEnds();
    events.forEach(ends::take);
    ends.going.values().forEach(each -> ends.until(each, Long.MAX_VALUE - 1));
    return ends.all;
  }

  private void take(Event each) {
    Deque<Going> of =
        going.computeIfAbsent(List.of(each.pid(), (long) each.thread()), _ -> new ArrayDeque<>());
    boolean ofSlices =
        switch (each.kind()) {
          case SLICE, SLICE_BEGIN, INSTANT, FLOW_OUT, FLOW_IN -> true;
          default -> false;
        };
    if (each.kind() == EventKind.SLICE_END) {
      until(of, each.time());
      while (!of.isEmpty() && of.peek().end != Long.MAX_VALUE) {
        end(of.pop(), each.time());
      }
      of.poll();
    } else if (ofSlices) {
      while (!of.isEmpty() && of.peek().isOverBefore(each)) {
        Going over = of.pop();
        end(over, over.end);
      }
    } else {
      until(of, each.time() - 1);
    }
    if (each.kind() == EventKind.SLICE) {
      of.push(new Going(each, each.time() + each.value()));
      all.add(made(each, EventKind.SLICE_BEGIN, each.object(), each.time(), each.text()));
    } else {
      if (each.kind() == EventKind.SLICE_BEGIN) {
        of.push(new Going(each, Long.MAX_VALUE));
      }
      all.add(each);
    }
  }

  private void until(Deque<Going> of, long time) {
    while (!of.isEmpty() && of.peek().end <= time) {
      Going over = of.pop();
      end(over, over.end);
    }
  }

  private void end(Going over, long time) {
    all.add(made(over.begin, EventKind.SLICE_END, 0, time, null));
  }

  private static Event made(
      Event of, EventKind kind, int object, long time, @Nullable String text) {
    int site = kind == EventKind.SLICE_BEGIN ? of.site() : 0;
    return new Event(of.pid(), kind, 0, of.thread(), object, site, 0, time, text);
  }
}

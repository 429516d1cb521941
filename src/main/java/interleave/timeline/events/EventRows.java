package interleave.timeline.events;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * All events of interest of one timeline in the order of time, without ever being collected: its
 * tracks are sorted sources, and a window of them is merged when it is asked for. A step costs one
 * binary search a source, a window costs by its rows.
 */
public final class EventRows {
  private final List<EventSource> sources;

  public EventRows(List<EventSource> sources) {
    this.sources = List.copyOf(sources);
  }

  /** The first moment after {@code time} at which something happens. */
  public OptionalLong next(long time) {
    OptionalLong best = OptionalLong.empty();
    for (EventSource source : sources) {
      int i = source.at(time) + 1;
      if (i < source.size() && (best.isEmpty() || source.time(i) < best.getAsLong())) {
        best = OptionalLong.of(source.time(i));
      }
    }
    return best;
  }

  /** The last moment before {@code time} at which something happens. */
  public OptionalLong previous(long time) {
    OptionalLong best = OptionalLong.empty();
    for (EventSource source : sources) {
      int i = source.at(time - 1);
      if (i >= 0 && (best.isEmpty() || source.time(i) > best.getAsLong())) {
        best = OptionalLong.of(source.time(i));
      }
    }
    return best;
  }

  /** What happens in [from, to), earliest first, at most {@code most} of them. */
  public List<EventRow> in(long from, long to, int most) {
    PriorityQueue<Cursor> heads =
        new PriorityQueue<>(
            Comparator.comparingLong(Cursor::time).thenComparingInt(cursor -> cursor.order));
    for (int order = 0; order < sources.size(); order++) {
      EventSource source = sources.get(order);
      Cursor cursor = new Cursor(source, order, source.at(from - 1) + 1);
      if (cursor.before(to)) {
        heads.add(cursor);
      }
    }
    List<EventRow> rows = new ArrayList<>();
    while (rows.size() < most) {
      Cursor head = heads.poll();
      if (head == null) {
        break;
      }
      rows.add(head.source.get(head.index));
      head.index++;
      if (head.before(to)) {
        heads.add(head);
      }
    }
    return rows;
  }

  private static final class Cursor {
    private final EventSource source;

    /** Of events at the same time those of earlier sources come first. */
    private final int order;

    private int index;

    Cursor(EventSource source, int order, int index) {
      this.source = source;
      this.order = order;
      this.index = index;
    }

    boolean before(long to) {
      return index < source.size() && source.time(index) < to;
    }

    long time() {
      return source.time(index);
    }
  }
}

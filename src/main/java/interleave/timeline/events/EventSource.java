package interleave.timeline.events;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** Events of one track, sorted by time. */
public interface EventSource {
  int size();

  long time(int i);

  EventRow get(int i);

  /** Index of the last one at or before {@code time}, -1 if none. */
  default int at(long time) {
    int low = 0;
    int high = size() - 1;
    while (low <= high) {
      int mid = (low + high) >>> 1;
      if (time(mid) <= time) {
        low = mid + 1;
      } else {
        high = mid - 1;
      }
    }
    return high;
  }

  /** So few events that they can be written down at once. */
  static EventSource sorted(List<EventRow> rows) {
    List<EventRow> sorted = rows.stream().sorted(Comparator.comparingLong(EventRow::time)).toList();
    return of(sorted.size(), i -> sorted.get(i).time(), sorted::get);
  }

  /** So many events, of which each is found by its number; they are sorted already. */
  static EventSource of(int size, IntToLongFunction time, IntFunction<EventRow> row) {
    return new EventSource() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public long time(int i) {
        return time.applyAsLong(i);
      }

      @Override
      public EventRow get(int i) {
        return row.apply(i);
      }
    };
  }
}

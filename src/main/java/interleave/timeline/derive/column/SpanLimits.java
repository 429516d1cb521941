package interleave.timeline.derive.column;

import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import org.jspecify.annotations.Nullable;

/** Which of a lane's spans end by themselves, and after how long: few of very many. */
final class SpanLimits {
  /** The first, for which columns would be too much: many lanes have no other. */
  private int firstSpan = -1;

  private long first;

  private @Nullable IntColumn spans;
  private @Nullable LongColumn limits;

  /** Of the last span, which may have been given one before. */
  void set(int span, long ns) {
    int size = size();
    if (size > 0 && span(size - 1) == span) {
      replace(size - 1, ns);
    } else if (ns != Timeline.OPEN) {
      add(span, ns);
    }
  }

  private void add(int span, long ns) {
    if (firstSpan < 0) {
      first = ns;
      firstSpan = span;
      return;
    }
    if (spans == null || limits == null) {
      limits = new LongColumn();
      spans = new IntColumn();
    }
    limits.add(ns);
    spans.add(span);
  }

  private void replace(int limit, long ns) {
    if (limit == 0) {
      first = ns;
    } else if (limits != null) {
      limits.set(limit - 1, ns);
    }
  }

  private int span(int limit) {
    return limit == 0 || spans == null ? firstSpan : spans.get(limit - 1);
  }

  private long limit(int limit) {
    return limit == 0 || limits == null ? first : limits.get(limit - 1);
  }

  int size() {
    return firstSpan < 0 ? 0 : spans == null ? 1 : 1 + spans.size();
  }

  /** By the first {@code known} of them; {@link Timeline#OPEN} where it has none. */
  long of(int span, int known) {
    int low = 0;
    int high = known - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = span(middle);
      if (at == span) {
        return limit(middle);
      }
      if (at < span) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return Timeline.OPEN;
  }
}

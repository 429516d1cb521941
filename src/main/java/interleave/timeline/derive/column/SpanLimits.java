package interleave.timeline.derive.column;

import interleave.timeline.Timeline;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/** Which of a lane's spans end by themselves, and after how long: few of very many. */
final class SpanLimits {
  private final IntColumn spans = new IntColumn();
  private final LongColumn limits = new LongColumn();

  /** Of the last span, which may have been given one before. */
  void set(int span, long ns) {
    int last = spans.size() - 1;
    if (last >= 0 && spans.get(last) == span) {
      limits.set(last, ns);
    } else if (ns != Timeline.OPEN) {
      limits.add(ns);
      spans.add(span);
    }
  }

  int size() {
    return spans.size();
  }

  /** By the first {@code known} of them; {@link Timeline#OPEN} where it has none. */
  long of(int span, int known) {
    int low = 0;
    int high = known - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = spans.get(middle);
      if (at == span) {
        return limits.get(middle);
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

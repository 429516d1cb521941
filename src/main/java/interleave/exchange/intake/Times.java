package interleave.exchange.intake;

import static interleave.event.SlotFormat.LONGEST_RUN_NS;

/**
 * The times of all events, as they are stored: where most of them are a recording begins. What lies
 * further from there than a run can last is a mistake, such as a 0 among times of the wall's clock.
 */
final class Times {
  /** Times are counted by parts of the axis; a run lies in two of them that are side by side. */
  private static final long PART = LONGEST_RUN_NS / 2;

  private static final int PARTS = (int) (Long.MAX_VALUE / PART) + 2;

  private final long[] counts = new long[PARTS];
  private final long[] firsts = new long[PARTS];
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  void add(long time) {
    earliest = Math.min(earliest, time);
    latest = Math.max(latest, time);
    count(time, 1);
  }

  /** Those of the first records in that order, in which none is before another. */
  void add(long[] numbers, int[] order, int end) {
    long from = numbers[order[0]];
    long to = numbers[order[end - 1]];
    if (from / PART == to / PART) {
      earliest = Math.min(earliest, from);
      latest = Math.max(latest, to);
      count(from, end);
    } else {
      for (int i = 0; i < end; i++) {
        add(numbers[order[i]]);
      }
    }
  }

  private void count(long first, int events) {
    int part = (int) (first / PART);
    firsts[part] = counts[part] == 0 ? first : Math.min(firsts[part], first);
    counts[part] += events;
  }

  boolean isEmpty() {
    return earliest > latest;
  }

  /** The first of those that lie where most are; there has to be one. */
  long first() {
    int most = 0;
    for (int part = 1; part + 1 < PARTS; part++) {
      if (counts[part] + counts[part + 1] > counts[most] + counts[most + 1]) {
        most = part;
      }
    }
    return firsts[counts[most] == 0 ? most + 1 : most];
  }

  /** Whether some do not belong to a run that begins with the first. */
  boolean haveStrangers() {
    return !isEmpty() && (isStrange(earliest, first()) || isStrange(latest, first()));
  }

  /** Whether it is before that first one, or later than any run lasts. */
  static boolean isStrange(long time, long first) {
    return time < first || time - first >= LONGEST_RUN_NS;
  }
}

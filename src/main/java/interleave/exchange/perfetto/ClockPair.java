package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongList;

/** What one clock showed whenever it was known what another showed, in the order of the file. */
final class ClockPair {
  private final LongList here = new LongList();
  private final LongList there = new LongList();

  void add(long time, long other) {
    int at = here.size();
    here.add(time);
    there.add(other);
    while (at > 0 && here.get(at - 1) > time) { // nearly always in order already
      here.set(at, here.get(at - 1));
      there.set(at, there.get(at - 1));
      at--;
    }
    here.set(at, time);
    there.set(at, other);
  }

  /** What the other showed at that time, by the last moment before it, and else by the first. */
  long other(long time) {
    int low = 0;
    int high = here.size() - 1;
    while (low < high) {
      int middle = low + high + 1 >>> 1;
      if (here.get(middle) <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return time - here.get(low) + there.get(low);
  }
}

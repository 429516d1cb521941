package interleave.process.door;

import java.util.HashMap;
import java.util.Map;

/**
 * Counts who was sent away, and says when that is worth a word: the first time, the second, the
 * fourth, the eighth … A flood of them is told in few lines, and takes no memory. Any thread.
 */
public final class Strangers {
  private static final int MOST_KNOWN = 1_000;

  private final Map<Stranger, Long> times = new HashMap<>();
  private long all;

  /**
   * Counts one.
   *
   * @return how often it has come by now where that is worth a word, otherwise 0
   */
  public synchronized long count(Stranger stranger) {
    all++;
    if (!times.containsKey(stranger) && times.size() >= MOST_KNOWN) {
      return 0; // whoever has a thousand addresses is known by now
    }
    long now = times.merge(stranger, 1L, Long::sum);
    return Long.bitCount(now) == 1 ? now : 0;
  }

  /** How many there were. */
  public synchronized long all() {
    return all;
  }
}

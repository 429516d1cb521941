package interleave.exchange.export.trace;

import java.util.HashSet;
import java.util.Set;

/**
 * Numbers of which each is given once. Viewers keep ids of processes and threads in 31 bits and
 * take two of the same for one, and 0 for who runs when nothing does.
 */
final class Numbers {
  /** What has no number that would do gets one from here on. */
  private static final long OWN = 1L << 30;

  private final Set<Long> given = new HashSet<>();
  private long next = OWN;

  /** Whether viewers can keep it. */
  static boolean fits(long number) {
    return number > 0 && number <= Integer.MAX_VALUE;
  }

  /** That number, or another where it would not do or was given before. */
  long of(long wanted) {
    return fits(wanted) && given.add(wanted) ? wanted : own();
  }

  /** A number that nothing has. */
  long own() {
    while (!given.add(next)) {
      next++;
    }
    return next++;
  }
}

package interleave.timeline.column;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Those few of very many that weigh most. Weights only grow, so nobody comes in but who is offered
 * anew: it is enough to offer what has changed.
 */
public final class Ranking {
  public static final int MOST = 256;

  private int[] members = new int[4];
  private long[] weights = new long[4];
  private int size;
  private int lightest;
  private boolean changed = true;

  /** {@code member} weighs {@code weight} now; nothing that weighs nothing gets in. */
  public void offer(int member, long weight) {
    boolean full = size == MOST;
    if (weight <= 0 || full && weight < weights[lightest]) {
      return;
    }
    int at = 0;
    while (at < size && members[at] != member) {
      at++;
    }
    if (at == size && full) {
      if (weight == weights[lightest]) {
        return;
      }
      at = lightest;
    } else if (at == size) {
      grow();
      size++;
    }
    changed |= members[at] != member || weights[at] != weight;
    members[at] = member;
    weights[at] = weight;
    if (size == MOST) {
      findLightest();
    }
  }

  private void grow() {
    if (size == members.length) {
      members = Arrays.copyOf(members, size * 2);
      weights = Arrays.copyOf(weights, size * 2);
    }
  }

  private void findLightest() {
    lightest = 0;
    for (int i = 1; i < size; i++) {
      if (weights[i] < weights[lightest]) {
        lightest = i;
      }
    }
  }

  /** Whether {@link #best} may say something else than the last time. */
  public boolean isChanged() {
    return changed;
  }

  /**
   * The heaviest first. Weights count as powers of two and those of one power come in their own
   * order, so that while weights grow the order seldom changes.
   */
  public List<Integer> best() {
    changed = false;
    int[] now = Arrays.copyOf(members, size);
    long[] weighing = Arrays.copyOf(weights, size);
    return IntStream.range(0, size)
        .boxed()
        .sorted(
            (a, b) -> {
              int power =
                  Long.numberOfLeadingZeros(weighing[a]) - Long.numberOfLeadingZeros(weighing[b]);
              return power != 0 ? power : Integer.compare(now[a], now[b]);
            })
        .map(i -> now[i])
        .toList();
  }
}

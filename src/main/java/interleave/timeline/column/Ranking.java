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

  /** In which order the places came the last time. */
  private int[] last = {};

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
   * The heaviest first, as they came to be: one overtakes another when it weighs twice as much, so
   * that while weights grow the order seldom changes.
   */
  public List<Integer> best() {
    changed = false;
    int[] order = Arrays.copyOf(ordered(), size);
    for (int i = 1; i < size; i++) {
      int rising = order[i];
      int to = 0;
      while (to < i && weights[order[to]] > weights[rising] / 2) {
        to++;
      }
      System.arraycopy(order, to, order, to + 1, i - to);
      order[to] = rising;
    }
    last = order;
    return Arrays.stream(order).mapToObj(i -> members[i]).toList();
  }

  /** Places as they were, then those that are new by their weights. */
  private int[] ordered() {
    int[] order = Arrays.copyOf(last, size);
    List<Integer> fresh =
        IntStream.range(last.length, size)
            .boxed()
            .sorted(
                (a, b) ->
                    weights[a] != weights[b]
                        ? Long.compare(weights[b], weights[a])
                        : Integer.compare(members[a], members[b]))
            .toList();
    for (int i = 0; i < fresh.size(); i++) {
      order[last.length + i] = fresh.get(i);
    }
    return order;
  }
}

package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongIndex;
import interleave.exchange.perfetto.wire.LongList;
import java.util.Arrays;

/**
 * Where flows pass, collected when a file is gone through for the first time: which of two steps
 * comes first is told by their times alone, and the packets of different writers stand in a file in
 * whatever order they came. Asked for step by step when the file is gone through again.
 */
final class FlowSteps {
  /** More are counted, and not drawn. */
  private static final int MOST = 4_000_000;

  private final LongList clocks = new LongList();
  private final LongList times = new LongList();
  private final LongList before = new LongList();
  private final LongIndex newest = new LongIndex();
  private long left;
  private int[] in = {};
  private int[] out = {};
  private int asked;

  /** A flow passes at that time; {@code last} when it goes no further. */
  void add(long flow, long clock, long ns, boolean last) {
    if (times.size() == MOST) {
      left++;
      return;
    }
    int step = times.size();
    int previous = newest.put(flow, step);
    clocks.add(clock);
    times.add(ns);
    before.add((long) previous << 1 | (last ? 1 : 0));
  }

  /** How many there were that are not drawn. */
  long left() {
    return left;
  }

  /** Puts the steps of each flow in the order of their times. */
  void order(Clocks told) {
    in = new int[times.size()];
    out = new int[times.size()];
    for (int i = 0; i < times.size(); i++) {
      Long time = told.time(clocks.get(i), times.get(i));
      times.set(i, time == null ? Long.MIN_VALUE : time);
    }
    int[] links = {0};
    for (int last : newest.all()) {
      link(stepsOf(last), links);
    }
  }

  private int[] stepsOf(int last) {
    int count = 0;
    for (int at = last; at >= 0; at = (int) (before.get(at) >> 1)) {
      count++;
    }
    int[] steps = new int[count];
    for (int at = last; at >= 0; at = (int) (before.get(at) >> 1)) {
      steps[--count] = at;
    }
    return sorted(steps);
  }

  private int[] sorted(int[] steps) {
    boolean ordered = true;
    for (int i = 1; i < steps.length; i++) {
      ordered &= times.get(steps[i - 1]) <= times.get(steps[i]);
    }
    if (ordered) {
      return steps;
    }
    return Arrays.stream(steps)
        .boxed()
        .sorted((one, other) -> Long.compare(times.get(one), times.get(other)))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private void link(int[] steps, int[] links) {
    for (int i = 1; i < steps.length; i++) {
      boolean ended = (before.get(steps[i - 1]) & 1) != 0;
      if (!ended && times.get(steps[i - 1]) != Long.MIN_VALUE) {
        links[0]++;
        out[steps[i - 1]] = links[0];
        in[steps[i]] = links[0];
      }
    }
  }

  /** Goes to the next step, in the order in which they were added. */
  int next() {
    return asked < in.length ? asked++ : -1;
  }

  /** The number of what arrives there, 0 for nothing. */
  int arrives(int step) {
    return step < 0 ? 0 : in[step];
  }

  /** The number of what leaves there, 0 for nothing. */
  int leaves(int step) {
    return step < 0 ? 0 : out[step];
  }
}

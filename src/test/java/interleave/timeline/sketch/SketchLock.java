package interleave.timeline.sketch;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One lock: holds in a list; waiters follow from how long each hold was waited for. */
public final class SketchLock implements LockTrack, LockTrack.Holds {
  private record Hold(int lane, long start, long end, long waited) {}

  private final int index;
  private final int process;
  private final String name;
  private final List<Hold> holds = new ArrayList<>();
  private List<Map.Entry<Long, Integer>> steps = List.of();

  SketchLock(int index, int process, String name) {
    this.index = index;
    this.process = process;
    this.name = name;
  }

  public SketchLock held(int lane, long start, long end, long waited) {
    holds.add(new Hold(lane, start, end, waited));
    TreeMap<Long, Integer> changes = new TreeMap<>();
    for (Hold hold : holds) {
      if (hold.waited > 0) {
        changes.merge(hold.start - hold.waited, 1, Integer::sum);
        changes.merge(hold.start, -1, Integer::sum);
      }
    }
    int count = 0;
    for (Map.Entry<Long, Integer> change : changes.entrySet()) {
      count += change.getValue();
      change.setValue(count);
    }
    steps = List.copyOf(changes.entrySet());
    return this;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public int process() {
    return process;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean monitor() {
    return false;
  }

  @Override
  public Holds holds() {
    return this;
  }

  @Override
  public int waitingAt(long time) {
    int count = 0;
    for (Map.Entry<Long, Integer> step : steps) {
      if (step.getKey() > time) {
        break;
      }
      count = step.getValue();
    }
    return count;
  }

  @Override
  public double meanWaiting(long from, long to) {
    return waitingAt((from + to) / 2);
  }

  @Override
  public int waiterSteps() {
    return steps.size();
  }

  @Override
  public long waiterStepTime(int i) {
    return steps.get(i).getKey();
  }

  @Override
  public int waiterStepCount(int i) {
    return steps.get(i).getValue();
  }

  @Override
  public long acquires() {
    return holds.size();
  }

  @Override
  public long contended() {
    return holds.stream().filter(hold -> hold.waited > 0).count();
  }

  @Override
  public long waitNs() {
    return holds.stream().mapToLong(Hold::waited).sum();
  }

  @Override
  public long longestWaitNs() {
    return holds.stream().mapToLong(Hold::waited).max().orElse(0);
  }

  @Override
  public long holdNs() {
    return holds.stream()
        .filter(hold -> hold.end != Timeline.OPEN)
        .mapToLong(hold -> hold.end - hold.start)
        .sum();
  }

  @Override
  public long waitsInBucket(int i) {
    return holds.stream().filter(h -> h.waited >= 1L << i && h.waited < 2L << i).count();
  }

  @Override
  public List<Owner> owners() {
    Map<Integer, Owner> owners = new HashMap<>();
    for (Hold hold : holds) {
      owners.merge(
          hold.lane,
          new Owner(hold.lane, 1, hold.end - hold.start),
          (a, b) -> new Owner(a.lane(), a.acquires() + 1, a.holdNs() + b.holdNs()));
    }
    return List.copyOf(owners.values());
  }

  @Override
  public int size() {
    return holds.size();
  }

  @Override
  public long start(int i) {
    return holds.get(i).start;
  }

  @Override
  public long end(int i) {
    return holds.get(i).end;
  }

  @Override
  public int lane(int i) {
    return holds.get(i).lane;
  }

  @Override
  public long waited(int i) {
    return holds.get(i).waited;
  }

  @Override
  public int site(int i) {
    return 0;
  }

  @Override
  public boolean shared(int i) {
    return false;
  }

  @Override
  public int at(long time) {
    int low = 0;
    int high = holds.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public long nanosHeld(long from, long to) {
    long sum = 0;
    for (int i = Math.max(0, at(from)); i < holds.size() && start(i) < to; i++) {
      sum += Math.max(0, Math.min(end(i), to) - Math.max(start(i), from));
    }
    return sum;
  }

  @Override
  public int mainOwner(long from, long to) {
    Map<Integer, Long> sums = new HashMap<>();
    for (int i = Math.max(0, at(from)); i < holds.size() && start(i) < to; i++) {
      long ns = Math.min(end(i), to) - Math.max(start(i), from);
      if (ns > 0) {
        sums.merge(lane(i), ns, Long::sum);
      }
    }
    return sums.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(-1);
  }
}

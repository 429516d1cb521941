package interleave.timeline;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a lock's holds and waiters from the events of all threads, in the order of their times. */
final class LockBuilder {
  static final int BLOCK = 32;

  final int index;
  final Thing thing;
  final LongColumn starts = new LongColumn();
  final LongColumn ends = new LongColumn();
  final IntColumn lanes = new IntColumn();
  final LongColumn waits = new LongColumn();
  final IntColumn sites = new IntColumn();
  final IntColumn shared = new IntColumn();

  /** Nanoseconds held before each block of 32 holds. */
  final LongColumn heldBefore = new LongColumn();

  final LongColumn waiterTimes = new LongColumn();
  final IntColumn waiterCounts = new IntColumn();

  /** Sum of waiters × ns before each waiter step. */
  final LongColumn waiterSums = new LongColumn();

  final long[] waitBuckets = new long[64];
  private final Map<Integer, Integer> openHold = new HashMap<>();
  private final Map<Integer, Long> requested = new HashMap<>();
  private final Map<Integer, long[]> owners = new HashMap<>();
  private long heldSum;
  private long coveredUntil = Long.MIN_VALUE;

  long acquires;
  long contended;
  long waitNs;
  long longestWaitNs;
  long holdNs;

  LockBuilder(int index, Thing thing) {
    this.index = index;
    this.thing = thing;
  }

  void event(EventKind kind, int flags, int lane, int site, long value, long time) {
    switch (kind) {
      case LOCK_REQUEST -> request(lane, time);
      case LOCK_ACQUIRED -> acquired(flags, lane, site, value, time);
      case LOCK_ABANDONED -> unrequest(lane, time);
      case LOCK_RELEASED, WAIT_BEGIN -> release(lane, time);
      case WAIT_END -> hold(0, lane, site, 0, time);
      default -> {}
    }
  }

  private void request(int lane, long time) {
    if (requested.put(lane, time) == null) {
      waiters(time, requested.size());
    }
  }

  private long unrequest(int lane, long time) {
    Long since = requested.remove(lane);
    if (since == null) {
      return -1;
    }
    waiters(time, requested.size());
    return time - since;
  }

  private void acquired(int flags, int lane, int site, long value, long time) {
    long inLine = unrequest(lane, time);
    long waited = Math.max(value, 0);
    // A request that found the lock free has still taken a moment; only another owner meanwhile
    // makes it contended.
    boolean metAnother = inLine >= 0 && starts.size() > 0 && anotherHeldAfter(lane, time - inLine);
    acquires++;
    if (metAnother) {
      contended++;
      waitNs += waited;
      longestWaitNs = Math.max(longestWaitNs, waited);
      waitBuckets[63 - Long.numberOfLeadingZeros(Math.max(1, waited))]++;
    }
    hold(flags, lane, site, metAnother ? waited : 0, time);
  }

  private boolean anotherHeldAfter(int lane, long since) {
    int last = starts.size() - 1;
    return ends.get(last) > since && lanes.get(last) != lane;
  }

  private void hold(int flags, int lane, int site, long waited, long time) {
    if (openHold.containsKey(lane)) {
      return; // a hold within a hold is one hold
    }
    if (starts.size() % BLOCK == 0) {
      heldBefore.add(heldSum);
    }
    openHold.put(lane, starts.size());
    starts.add(time);
    ends.add(Timeline.OPEN);
    lanes.add(lane);
    waits.add(waited);
    sites.add(site);
    shared.add((flags & Flags.SHARED) != 0 ? 1 : 0);
    owner(lane)[0]++;
  }

  private void release(int lane, long time) {
    Integer hold = openHold.remove(lane);
    if (hold == null) {
      return;
    }
    long start = starts.get(hold);
    long end = Math.max(start, time);
    ends.set(hold, end);
    holdNs += end - start;
    owner(lane)[1] += end - start;
    long from = Math.max(start, coveredUntil);
    heldSum += Math.max(0, end - from);
    coveredUntil = Math.max(coveredUntil, end);
  }

  private void waiters(long time, int count) {
    int last = waiterTimes.size() - 1;
    long sum = 0;
    if (last >= 0) {
      sum = waiterSums.get(last) + waiterCounts.get(last) * (time - waiterTimes.get(last));
    }
    waiterTimes.add(time);
    waiterCounts.add(count);
    waiterSums.add(sum);
  }

  private long[] owner(int lane) {
    return owners.computeIfAbsent(lane, any -> new long[2]);
  }

  List<LockTrack.Owner> owners() {
    List<LockTrack.Owner> all = new ArrayList<>();
    owners.forEach((lane, counts) -> all.add(new LockTrack.Owner(lane, counts[0], counts[1])));
    all.sort((a, b) -> Long.compare(b.holdNs(), a.holdNs()));
    return List.copyOf(all);
  }

  /** The thread or its process has ended: nothing of it waits or holds on. */
  void laneEnded(int lane, long time) {
    unrequest(lane, time);
    release(lane, time);
  }
}

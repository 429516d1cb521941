package interleave.timeline.range;

import interleave.timeline.LockTrack;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up holds and waits of a lock within a range, one by one. */
final class LockWalk {
  /** So many holds may begin before one that they share the lock with ends. */
  private static final int MOST_SHARED = 256;

  private final LockTrack lock;
  private final TimeRange range;
  private final long now;
  private final Patience patience;
  private final Map<Integer, Owned> owners = new HashMap<>();
  private Owned last = new Owned(-1);
  private long acquires;
  private long contended;
  private long waitedNs;
  private long longestWaitNs;
  private long heldNs;

  /** What one thread had of it. */
  private static final class Owned {
    final int lane;
    long acquires;
    long holdNs;

    Owned(int lane) {
      this.lane = lane;
    }
  }

  LockWalk(LockTrack lock, TimeRange range, long now, Patience patience) {
    this.lock = lock;
    this.range = range;
    this.now = now;
    this.patience = patience;
  }

  LockUse use() {
    holds();
    for (int i = 0; i < lock.refusals(); i++) {
      waited(lock.refusalFrom(i), lock.refusalTo(i));
    }
    for (long since : lock.lasting()) {
      waited(since, Math.max(since, now));
    }
    for (int i = lock.sumAfter(range.from()); i < lock.sums(); i++) {
      sum(lock.sum(i));
    }
    return new LockUse(lock, acquires, contended, waitedNs, longestWaitNs, heldNs, owners());
  }

  private void holds() {
    LockTrack.Holds holds = lock.holds();
    int back = lock.mostSharing() > 1 ? MOST_SHARED : 0;
    int first = Math.max(0, holds.at(range.from()) - back);
    int end = holds.at(range.to() - 1) + 1;
    for (int i = first; i < end; i++) {
      patience.check(i);
      hold(holds, i);
    }
    // Who waited then may have got it much later, but not after nobody waits.
    for (int i = end; i < holds.size() && lock.waitingAt(holds.start(i) - 1) > 0; i++) {
      patience.check(i);
      waited(holds, i);
    }
  }

  private void hold(LockTrack.Holds holds, int i) {
    long start = holds.start(i);
    long ns = range.overlap(start, Math.max(start, Math.min(holds.end(i), now)));
    boolean acquired = range.has(start) && !holds.regained(i);
    if (acquired || ns > 0) {
      Owned owner = owner(holds.lane(i));
      owner.acquires += acquired ? 1 : 0;
      owner.holdNs += ns;
      acquires += acquired ? 1 : 0;
      heldNs += ns;
    }
    waited(holds, i);
  }

  private void waited(LockTrack.Holds holds, int i) {
    if (holds.contended(i)) {
      waited(holds.start(i) - holds.waited(i), holds.start(i));
    }
  }

  private void waited(long from, long to) {
    if (range.meets(from, to)) {
      long ns = range.overlap(from, to);
      contended++;
      waitedNs += ns;
      longestWaitNs = Math.max(longestWaitNs, ns);
    }
  }

  private void sum(LockTrack.Sum sum) {
    long within = range.overlap(sum.start(), sum.end());
    boolean all = within == sum.end() - sum.start() && range.meets(sum.start(), sum.end());
    double share = all ? 1 : within / (double) Math.max(1, sum.end() - sum.start());
    Owned owner = owner(sum.lane());
    owner.acquires += part(sum.count(), share);
    owner.holdNs += part(sum.heldNs(), share);
    acquires += part(sum.count(), share);
    contended += part(sum.contended(), share);
    heldNs += part(sum.heldNs(), share);
    waitedNs += part(sum.waitedNs(), share);
    longestWaitNs =
        Math.max(longestWaitNs, all ? sum.longestWaitNs() : Math.min(within, sum.longestWaitNs()));
  }

  private static long part(long whole, double share) {
    return share == 1 ? whole : Math.round(whole * share);
  }

  private Owned owner(int lane) {
    if (last.lane != lane) {
      last = owners.computeIfAbsent(lane, Owned::new);
    }
    return last;
  }

  private List<LockTrack.Owner> owners() {
    return owners.values().stream()
        .filter(owner -> owner.acquires > 0 || owner.holdNs > 0)
        .map(owner -> new LockTrack.Owner(owner.lane, owner.acquires, owner.holdNs))
        .sorted(
            Comparator.comparingLong(LockTrack.Owner::holdNs)
                .reversed()
                .thenComparingInt(LockTrack.Owner::lane))
        .toList();
  }
}

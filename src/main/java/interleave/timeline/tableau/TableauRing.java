package interleave.timeline.tableau;

import interleave.timeline.Deadlock;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Threads that sit in a ring: each shares one lock with its neighbour on either side, and all locks
 * of the run lie between two of them, as the forks of the philosophers do.
 *
 * @param lanes in the order of their seats
 * @param locks that behind each of them, before the next
 */
record TableauRing(List<Integer> lanes, List<Integer> locks) {
  private static final int FEWEST = 3;
  private static final int MOST = 12;

  /** The ring that the whole run shows; null where there is none. */
  static @Nullable TableauRing of(Timeline timeline) {
    Map<Integer, List<Integer>> users = new TreeMap<>();
    Map<Integer, List<Integer>> locks = new TreeMap<>();
    for (LockTrack lock : timeline.locks()) {
      Set<Integer> lanes = users(timeline, lock);
      if (lanes.size() != 2 || users.size() == MOST) {
        return null;
      }
      users.put(lock.index(), List.copyOf(lanes));
      lanes.forEach(lane -> locks.computeIfAbsent(lane, _ -> new ArrayList<>()).add(lock.index()));
    }
    boolean pairs = locks.values().stream().allMatch(each -> each.size() == 2);
    return users.size() < FEWEST || !pairs ? null : walk(timeline, users, locks);
  }

  private static Set<Integer> users(Timeline timeline, LockTrack lock) {
    Set<Integer> lanes = new LinkedHashSet<>();
    lock.owners().forEach(owner -> lanes.add(owner.lane()));
    for (Deadlock deadlock : timeline.deadlocks()) {
      for (Deadlock.Member member : deadlock.members()) {
        if (member.lock() == lock.index()) {
          lanes.add(member.lane());
        }
      }
    }
    return lanes;
  }

  /** From the thread made first to that of its neighbours made before the other, and on. */
  private static @Nullable TableauRing walk(
      Timeline timeline, Map<Integer, List<Integer>> users, Map<Integer, List<Integer>> locks) {
    Comparator<Integer> made = Comparator.comparingLong(lane -> timeline.lanes().get(lane).id());
    List<Integer> lanes = new ArrayList<>();
    List<Integer> between = new ArrayList<>();
    int lane = locks.keySet().stream().min(made).orElseThrow();
    List<Integer> ways = Objects.requireNonNull(locks.get(lane));
    boolean first =
        made.compare(other(users, ways.getFirst(), lane), other(users, ways.getLast(), lane)) <= 0;
    int lock = first ? ways.getFirst() : ways.getLast();
    do {
      lanes.add(lane);
      between.add(lock);
      lane = other(users, lock, lane);
      lock = other(locks, lane, lock);
    } while (lane != lanes.getFirst() && lanes.size() <= MOST);
    return lanes.size() == users.size() ? new TableauRing(lanes, between) : null;
  }

  /** The other one of the two that belong to {@code key}. */
  private static int other(Map<Integer, List<Integer>> pairs, int key, int one) {
    List<Integer> two = Objects.requireNonNull(pairs.get(key));
    return two.getFirst() == one ? two.getLast() : two.getFirst();
  }
}

package interleave.timeline.derive;

import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Member;
import interleave.timeline.Timeline;
import interleave.timeline.column.ObjectColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rings of waits while they close. A thread waits for one lock at a time, and a ring can only
 * close where a thread begins to wait; so each request is followed from its lock to who holds that,
 * to what that one waits for, and so on, until it comes back or to somebody who does not wait.
 *
 * <p>What is recorded as held is held in truth, since an acquisition is recorded behind and a
 * release before the fact; so a ring that is found was there. It may still come apart: of requests
 * with a time limit one gives up.
 *
 * <p>A lock that is held by several to read lets a reader in, unless a writer waits already; then
 * the reader waits for all who have it.
 */
final class DeadlockBuilder {
  private static final int LONGEST_RING = 2_000;
  private static final int FREE = -1;

  private final TrackList<LockBuilder> locks;
  private final ObjectColumn<Deadlock> found = new ObjectColumn<>();

  /** By lane: its ring that lasts. */
  private final Map<Integer, Integer> ringOf = new HashMap<>();

  // By lane: the lock it waits for, whether to share it, since when; and when it was looked at.
  private int[] waitsFor = new int[0];
  private boolean[] shares = new boolean[0];
  private long[] since = new long[0];
  private int[] seen = new int[0];
  private int looks;

  /** By lock: how many wait to have it alone. */
  private int[] writers = new int[0];

  DeadlockBuilder(TrackList<LockBuilder> locks) {
    this.locks = locks;
  }

  void requested(int lane, LockBuilder lock, boolean shared, long time) {
    room(lane, lock.index);
    if (waitsFor[lane] != FREE) {
      answered(lane, waitsFor[lane], time); // its end got lost
    }
    waitsFor[lane] = lock.index;
    shares[lane] = shared;
    since[lane] = time;
    if (!shared) {
      writers[lock.index]++;
    }
    looks++;
    List<Member> ring = new ArrayList<>();
    if (leadsTo(lane, lane, ring, 0)) {
      Collections.reverse(ring);
      int index = found.size();
      found.add(new Deadlock(index, ring, time, Timeline.OPEN, false));
      ring.forEach(member -> ringOf.put(member.lane(), index));
    }
  }

  private boolean leadsTo(int goal, int at, List<Member> ring, int depth) {
    LockBuilder lock = locks.get(waitsFor[at]);
    boolean readersLetIn = shares[at] && writers[lock.index] == 0;
    for (int hold = lock.lastHold(); hold >= 0; hold = lock.holdBefore(hold)) {
      int holder = lock.lanes.get(hold);
      if (readersLetIn && lock.shared.get(hold) != 0 || holder == at && holder != goal) {
        continue;
      }
      boolean back = holder == goal;
      if (!back && waits(holder) && seen[holder] != looks && depth < LONGEST_RING) {
        seen[holder] = looks;
        back = leadsTo(goal, holder, ring, depth + 1);
      }
      if (back) {
        ring.add(new Member(at, lock.index, since[at]));
        return true;
      }
    }
    return false;
  }

  private boolean waits(int lane) {
    return lane >= 0 && lane < waitsFor.length && waitsFor[lane] != FREE;
  }

  /** The lane got the lock, or gave it up. */
  void answered(int lane, int lock, long time) {
    if (waits(lane) && waitsFor[lane] == lock) {
      forget(lane);
      end(lane, time, true);
    }
  }

  /** The thread, or its process, has ended. */
  void laneEnded(int lane, long time) {
    if (waits(lane)) {
      forget(lane);
    }
    end(lane, time, false);
  }

  private void forget(int lane) {
    if (!shares[lane]) {
      writers[waitsFor[lane]]--;
    }
    waitsFor[lane] = FREE;
  }

  private void end(int lane, long time, boolean resolved) {
    Integer index = ringOf.get(lane);
    if (index != null) {
      Deadlock ring = found.get(index);
      ring.members().forEach(member -> ringOf.remove(member.lane(), index));
      found.set(index, new Deadlock(index, ring.members(), ring.since(), time, resolved));
    }
  }

  private void room(int lane, int lock) {
    if (lane >= waitsFor.length) {
      int before = waitsFor.length;
      int more = Math.max(64, Math.max(lane + 1, before * 2));
      waitsFor = Arrays.copyOf(waitsFor, more);
      Arrays.fill(waitsFor, before, more, FREE);
      shares = Arrays.copyOf(shares, more);
      since = Arrays.copyOf(since, more);
      seen = Arrays.copyOf(seen, more);
    }
    if (lock >= writers.length) {
      writers = Arrays.copyOf(writers, Math.max(16, Math.max(lock + 1, writers.length * 2)));
    }
  }

  List<Deadlock> view() {
    return found.view();
  }
}

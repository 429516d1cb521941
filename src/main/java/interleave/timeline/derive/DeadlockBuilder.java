package interleave.timeline.derive;

import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Certainty;
import interleave.timeline.Deadlock.Member;
import interleave.timeline.Timeline;
import interleave.timeline.column.ObjectColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds rings of waits while they close. A thread waits for one lock at a time, and a ring can only
 * close where a thread begins to wait; so each request is followed from its lock to who holds that,
 * to what that one waits for, and so on, until it comes back or to somebody who does not wait.
 *
 * <p>What is recorded as held is held in truth, since an acquisition is recorded behind and a
 * release before the fact; so a ring that is found was there. Whether it lasts is another thing: a
 * wait may have a limit, and some locks may be released by whoever wants to. Such a lock that its
 * own holder waits for is no ring at all: it is used as a signal.
 *
 * <p>A lock that is held by several to read lets a reader in, unless a writer waits already; then
 * the reader waits for that writer.
 */
final class DeadlockBuilder {
  private static final int LONGEST_RING = 2_000;

  private final TrackList<LockBuilder> locks;
  private final ObjectColumn<Deadlock> found = new ObjectColumn<>();

  /** By lane: its ring that lasts. */
  private final Map<Integer, Integer> ringOf = new HashMap<>();

  // By lane: what it waits for now; and what the wait is about that it begins next and that has a
  // limit, and one more, so that 0 is nothing.
  private @Nullable Wait[] waits = new @Nullable Wait[64];
  private int[] limited = new int[64];

  /** By lock that may be shared: those that wait to have it alone, the first to ask first. */
  private final Map<Integer, List<Integer>> writers = new HashMap<>();

  private int looks;

  /** Of a thread for a lock. */
  private static final class Wait {
    final LockBuilder lock;
    final boolean shares;
    final boolean limited;
    final long since;
    int seen;

    Wait(LockBuilder lock, boolean shares, boolean limited, long since) {
      this.lock = lock;
      this.shares = shares;
      this.limited = limited;
      this.since = since;
    }
  }

  DeadlockBuilder(TrackList<LockBuilder> locks) {
    this.locks = locks;
  }

  /** What the lane begins to wait for next, for that thing, ends by itself. */
  void limits(int lane, int thing) {
    if (lane >= 0) {
      room(lane);
      limited[lane] = thing + 1;
    }
  }

  void requested(int lane, LockBuilder lock, int thing, boolean shared, long time) {
    room(lane);
    Wait before = waits[lane];
    if (before != null) {
      answered(lane, before.lock.index, time); // its end got lost
    }
    boolean ends = limited[lane] == thing + 1;
    limited[lane] = 0;
    waits[lane] = new Wait(lock, shared, ends, time);
    List<Member> ring = ends ? null : ring(lane, false);
    if (ring == null) {
      ring = ring(lane, true);
    }
    if (ring != null) {
      int index = found.size();
      found.add(new Deadlock(index, certainty(ring), ring, time, Timeline.OPEN, false));
      ring.forEach(member -> ringOf.put(member.lane(), index));
    }
    if (!shared && lock.mayBeShared()) {
      writers.computeIfAbsent(lock.index, _ -> new ArrayList<>()).add(lane);
    }
  }

  /** The ring that a lane is in; null for none. */
  private @Nullable List<Member> ring(int lane, boolean withLimited) {
    looks++;
    List<Member> ring = new ArrayList<>();
    if (!leadsTo(lane, lane, ring, 0, withLimited)) {
      return null;
    }
    Collections.reverse(ring);
    return ring;
  }

  private Certainty certainty(List<Member> ring) {
    if (ring.stream().anyMatch(member -> waitOf(member.lane()).limited)) {
      return Certainty.FOR_A_WHILE;
    }
    return ring.stream().anyMatch(member -> locks.get(member.lock()).mayAnyoneRelease())
        ? Certainty.UNLESS_RELEASED
        : Certainty.FOR_EVER;
  }

  private Wait waitOf(int lane) {
    Wait wait = waits[lane];
    if (wait == null) {
      throw new IllegalStateException("lane " + lane + " waits for nothing");
    }
    return wait;
  }

  private boolean leadsTo(int goal, int at, List<Member> ring, int depth, boolean withLimited) {
    Wait wait = waitOf(at);
    LockBuilder lock = wait.lock;
    int left = lock.holders();
    for (int hold = lock.lastHold(); hold >= 0; hold = --left > 0 ? lock.holdBefore(hold) : -1) {
      int holder = lock.lanes.get(hold);
      boolean letsIn = wait.shares && lock.shared.get(hold) != 0;
      boolean itself = holder == at && (holder != goal || lock.mayAnyoneRelease());
      if (!letsIn && !itself && reaches(goal, holder, ring, depth, withLimited)) {
        ring.add(new Member(at, lock.index, wait.since, false));
        return true;
      }
    }
    if (wait.shares) {
      for (int writer : writers.getOrDefault(lock.index, List.of())) {
        boolean before = writer != at && waitOf(writer).since <= wait.since;
        if (before && reaches(goal, writer, ring, depth, withLimited)) {
          ring.add(new Member(at, lock.index, wait.since, true));
          return true;
        }
      }
    }
    return false;
  }

  private boolean reaches(int goal, int lane, List<Member> ring, int depth, boolean withLimited) {
    if (lane == goal) {
      return true;
    }
    Wait wait = lane < 0 || lane >= waits.length ? null : waits[lane];
    if (wait == null
        || wait.seen == looks
        || wait.limited && !withLimited
        || depth >= LONGEST_RING) {
      return false;
    }
    wait.seen = looks;
    return leadsTo(goal, lane, ring, depth + 1, withLimited);
  }

  /** The lane got the lock, or gave it up. */
  void answered(int lane, int lock, long time) {
    Wait wait = lane < waits.length ? waits[lane] : null;
    if (wait != null && wait.lock.index == lock) {
      forget(lane);
      end(lane, time, true);
    }
  }

  /** The thread, or its process, has ended. */
  void laneEnded(int lane, long time) {
    if (lane < waits.length) {
      forget(lane);
      limited[lane] = 0;
    }
    end(lane, time, false);
  }

  private void forget(int lane) {
    Wait wait = waits[lane];
    waits[lane] = null;
    if (wait != null && !wait.shares && wait.lock.mayBeShared()) {
      List<Integer> waiting = writers.get(wait.lock.index);
      if (waiting != null && waiting.remove((Integer) lane) && waiting.isEmpty()) {
        writers.remove(wait.lock.index);
      }
    }
  }

  private void end(int lane, long time, boolean resolved) {
    Integer index = ringOf.get(lane);
    if (index != null) {
      Deadlock ring = found.get(index);
      ring.members().forEach(member -> ringOf.remove(member.lane(), index));
      found.set(
          index,
          new Deadlock(index, ring.certainty(), ring.members(), ring.since(), time, resolved));
    }
  }

  private void room(int lane) {
    if (lane >= waits.length) {
      int more = Math.max(lane + 1, waits.length * 2);
      waits = Arrays.copyOf(waits, more);
      limited = Arrays.copyOf(limited, more);
    }
  }

  List<Deadlock> view() {
    return found.view();
  }
}

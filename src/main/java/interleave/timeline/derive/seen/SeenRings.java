package interleave.timeline.derive.seen;

import interleave.event.SeenState;
import interleave.timeline.Deadlock;
import interleave.timeline.Deadlock.Certainty;
import interleave.timeline.Deadlock.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rings of threads that were seen to wait for each other at one moment. A thread waits for one
 * thing at a time, so that from each there is one way on; who comes back to where it began has a
 * ring. One that is seen again is the same.
 */
final class SeenRings {
  private final SeenColumns seen;
  private final Map<Set<Link>, Ring> rings = new LinkedHashMap<>();

  /** A thread of a ring, and what it waits for. */
  private record Link(int lane, int thing) {}

  /** A ring, and the moments at which it was seen. */
  private static final class Ring {
    final List<Link> links;
    final Certainty certainty;
    final int process;
    final long since;
    final List<Long> moments = new ArrayList<>();
    boolean over;

    Ring(List<Link> links, Certainty certainty, int process, long since) {
      this.links = links;
      this.certainty = certainty;
      this.process = process;
      this.since = since;
    }
  }

  SeenRings(SeenColumns seen) {
    this.seen = seen;
  }

  /** Looks at what was seen of a process at that moment: rows from {@code from} on. */
  void look(int process, int from, int to, long time) {
    Map<Integer, Integer> waits = new HashMap<>();
    for (int row = from; row < to; row++) {
      SeenState state = SeenState.of(seen.flags.get(row));
      boolean wants = state == SeenState.BLOCKED || state == SeenState.PARKED;
      if (wants && seen.things.get(row) >= 0) {
        waits.put(seen.lanes.get(row), row);
      }
    }
    Set<Integer> done = new HashSet<>();
    for (int lane : waits.keySet()) {
      walk(process, lane, waits, done, time);
    }
    for (Ring ring : rings.values()) {
      ring.over |= ring.process == process && ring.moments.getLast() < time;
    }
  }

  private void walk(
      int process, int first, Map<Integer, Integer> waits, Set<Integer> done, long time) {
    List<Integer> path = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    int lane = first;
    while (lane >= 0 && done.add(lane)) {
      Integer row = waits.get(lane);
      if (row == null) {
        return;
      }
      places.put(lane, path.size());
      path.add(row);
      lane = owner(row, time);
      Integer begin = places.get(lane);
      if (begin != null) {
        found(process, path.subList(begin, path.size()), time);
        return;
      }
    }
  }

  /** Who has what the thread of a row waits for; -1 where that is not told. */
  private int owner(int row, long time) {
    if (seen.owners.get(row) >= 0) {
      return seen.owners.get(row);
    }
    List<Integer> holders = seen.holders(seen.things.get(row), time);
    return holders.isEmpty() ? -1 : holders.getFirst();
  }

  private void found(int process, List<Integer> rows, long time) {
    List<Link> links = new ArrayList<>();
    boolean timed = false;
    for (int row : rows) {
      links.add(new Link(seen.lanes.get(row), seen.things.get(row)));
      timed |= (seen.flags.get(row) & SeenState.TIMED) != 0;
    }
    Certainty certainty = timed ? Certainty.FOR_A_WHILE : Certainty.FOR_EVER;
    Ring ring =
        rings.computeIfAbsent(
            Set.copyOf(links), _ -> new Ring(List.copyOf(links), certainty, process, time));
    if (ring.moments.isEmpty() || ring.moments.getLast() < time) {
      ring.moments.add(time);
    }
    ring.over = false;
  }

  /** Which lock a thing is, -1 for none. */
  @FunctionalInterface
  interface Locks {
    int lock(int thing);
  }

  /** The rings as they are known now, those of locks that have a track. */
  List<Deadlock> view(int from, Locks locks) {
    List<Deadlock> all = new ArrayList<>();
    for (Ring ring : rings.values()) {
      List<Member> members = new ArrayList<>();
      for (Link link : ring.links) {
        members.add(new Member(link.lane(), locks.lock(link.thing()), ring.since, false));
      }
      if (members.stream().allMatch(member -> member.lock() >= 0)) {
        long last = ring.moments.getLast();
        long end = ring.over ? last : last + 1; // behind that nothing is told
        int index = from + all.size();
        all.add(
            new Deadlock(index, ring.certainty, members, ring.since, end, ring.over, ring.moments));
      }
    }
    return all;
  }
}

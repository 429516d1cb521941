package interleave.timeline.explain;

import static interleave.timeline.explain.Words.many;
import static interleave.timeline.explain.Words.took;

import interleave.timeline.LockTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Sentences about locks: how they were used, who holds them, and who waits in a ring. */
final class Locks {
  private static final interleave.words.Words SAYS = interleave.words.Words.of("timeline/explain");
  private static final int LONGEST_RING = 100;

  private final Timeline timeline;
  private final Words words;

  Locks(Timeline timeline) {
    this.timeline = timeline;
    this.words = new Words(timeline);
  }

  String lock(LockTrack lock) {
    for (int lane = 0; lane < timeline.lanes().size(); lane++) {
      if (waitsFor(lane) == lock.index()) {
        String ring = deadlock(lane);
        if (!ring.isEmpty()) {
          return ring;
        }
      }
    }
    String acquired = Words.times(lock.acquires());
    String threads = many("threads", lock.owners().size());
    return lock.contended() == 0
        ? SAYS.get("lock.free", acquired, threads)
        : SAYS.get(
            "lock.contended",
            acquired,
            threads,
            Words.times(lock.contended()),
            took(lock.waitNs()),
            took(lock.longestWaitNs()));
  }

  String hold(LockTrack lock, long start) {
    LockTrack.Holds holds = lock.holds();
    int i = Math.max(0, holds.at(start));
    boolean open = holds.end(i) == Timeline.OPEN;
    String held =
        words.atLine(
            SAYS.get(
                open ? "hold.open" : "hold",
                words.subject(holds.lane(i)),
                name(lock),
                words.between(holds.start(i), holds.end(i))),
            holds.site(i));
    if (holds.waited(i) > 0) {
      held = SAYS.get("hold.waited", held, took(holds.waited(i)));
    }
    int waiting = lock.waitingAt(Math.min(holds.end(i), timeline.now()) - 1);
    return Words.end(
        waiting == 0 ? held : SAYS.get("hold.meanwhile", held, many("others", waiting)));
  }

  static String name(LockTrack lock) {
    String kind = lock.monitor() ? "name.monitor" : "name.lock";
    return lock.name().isBlank() ? SAYS.get(kind + ".unnamed") : SAYS.get(kind, lock.name());
  }

  /** The lock for which the lane waits now, or waited when it was ended; -1 if it does not. */
  private int waitsFor(int lane) {
    Spans spans = timeline.lanes().get(lane).spans();
    int last = spans.size() - 1;
    boolean waits =
        last >= 0
            && isForEver(spans.end(last), lane)
            && spans.state(last) == ThreadState.LOCK_WAIT
            && spans.about(last) == Spans.About.LOCK
            && spans.verb(last) != Spans.Verb.AWAIT;
    return waits ? spans.object(last) : -1;
  }

  private int holderNow(int lock) {
    LockTrack.Holds holds = timeline.locks().get(lock).holds();
    int last = holds.size() - 1;
    return last >= 0 && isForEver(holds.end(last), holds.lane(last)) ? holds.lane(last) : -1;
  }

  /** Whether only the end of the thread, if anything, was the end of it. */
  private boolean isForEver(long end, int lane) {
    return end == Timeline.OPEN || end == timeline.lanes().get(lane).end();
  }

  /** Says who waits for whom when that comes back to {@code lane}; otherwise empty. */
  String deadlock(int lane) {
    List<String> steps = new ArrayList<>();
    int at = lane;
    while (steps.size() < LONGEST_RING) {
      int lock = waitsFor(at);
      int holder = lock < 0 ? -1 : holderNow(lock);
      if (holder < 0) {
        return "";
      }
      steps.add(
          SAYS.get(
              "deadlock.step", words.who(at), name(timeline.locks().get(lock)), words.who(holder)));
      at = holder;
      if (at == lane) {
        return SAYS.get("deadlock", String.join(SAYS.get("deadlock.comma"), steps));
      }
    }
    return "";
  }
}

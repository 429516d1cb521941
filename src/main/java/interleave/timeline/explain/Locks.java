package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.many;
import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Sentences about locks: how they were used, and who holds them. */
final class Locks {
  private static final Words SAYS = Words.of("timeline/explain");

  private final Timeline timeline;
  private final SentenceWords words;

  Locks(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String lock(LockTrack lock) {
    String ring = new Rings(timeline).ofLock(lock.index());
    if (!ring.isEmpty()) {
      return ring;
    }
    if (new Sights(timeline).hasLock(lock)) {
      return new Sights(timeline).lock(lock);
    }
    if (lock.isUntold() && lock.allContended() == 0) {
      return SAYS.get("lock.untold.free");
    }
    if (lock.isUntold()) {
      return SAYS.get(
          "lock.untold",
          SentenceWords.times(lock.allContended()),
          took(lock.waitNs(timeline.now())),
          took(lock.longestWaitNs(timeline.now())));
    }
    String acquired = SentenceWords.times(lock.acquires());
    String threads = many("threads", lock.owners().size());
    return lock.allContended() == 0
        ? SAYS.get("lock.free", acquired, threads)
        : SAYS.get(
            "lock.contended",
            acquired,
            threads,
            SentenceWords.times(lock.allContended()),
            took(lock.waitNs(timeline.now())),
            took(lock.longestWaitNs(timeline.now())));
  }

  String hold(LockTrack lock, long start) {
    LockTrack.Holds holds = lock.holds();
    int i = Math.max(0, holds.at(start));
    if (lock.isUntold()) {
      String had = SAYS.get("hold.untold", words.subject(holds.lane(i)), name(lock));
      return holds.waited(i) > 0 ? SAYS.get("hold.waited", had, took(holds.waited(i))) + "." : had;
    }
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
    if (isForgotten(timeline, holds, i)) {
      held = SAYS.get("hold.forgotten", held);
    }
    int waiting = lock.waitingAt(Math.min(holds.end(i), timeline.now()) - 1);
    return SentenceWords.end(
        waiting == 0 ? held : SAYS.get("hold.meanwhile", held, many("others", waiting)));
  }

  /** Whether the thread of that hold ended, and had it still. */
  static boolean isForgotten(Timeline timeline, LockTrack.Holds holds, int hold) {
    long end = timeline.lanes().get(holds.lane(hold)).end();
    return end < Math.min(holds.end(hold), timeline.now()) && !timeline.incomplete();
  }

  static String name(LockTrack lock) {
    String kind = lock.monitor() ? "name.monitor" : "name.lock";
    return lock.name().isBlank() ? SAYS.get(kind + ".unnamed") : SAYS.get(kind, lock.name());
  }
}

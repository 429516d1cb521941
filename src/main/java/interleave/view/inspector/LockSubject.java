package interleave.view.inspector;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a lock and about one time that it was held. */
record LockSubject(Facts facts, LockTrack lock) {
  private static final Words WORDS = Words.of("view/inspector");

  Subject subject() {
    List<Fact> told = new ArrayList<>();
    LockTrack.Holds holds = lock.holds();
    int i = holds.at(facts.playhead());
    boolean held = i >= 0 && holds.end(i) > facts.playhead();
    told.add(
        Facts.fact(
            "held-by",
            held
                ? WORDS.get(
                    "since",
                    Lanes.brief(facts.timeline(), holds.lane(i)),
                    Durations.show(facts.playhead() - holds.start(i)))
                : WORDS.get(lock.isUntold() ? "untold" : "nobody")));
    int waiting = lock.waitingAt(facts.playhead());
    told.add(
        Facts.fact(
            "waiting", waiting == 0 ? WORDS.get("nobody") : WORDS.count("threads", waiting)));
    told.add(
        Facts.fact(
            "acquires", lock.isUntold() ? WORDS.get("untold") : Durations.count(lock.acquires())));
    String share =
        lock.isUntold() ? "" : Facts.share(lock.allContended(), lock.acquires() + lock.unmet());
    told.add(Facts.fact("contended", Durations.count(lock.allContended()) + share));
    long now = facts.timeline().now();
    told.add(Facts.fact("waited", WORDS.get("in-all", Durations.show(lock.waitNs(now)))));
    told.add(Facts.fact("longest-wait", Durations.show(lock.longestWaitNs(now))));
    if (lock.isUntold()) {
      told.add(Facts.fact("held", WORDS.get("untold")));
      return new Subject(Facts.titled(lock.monitor() ? "monitor" : "lock", lock.name()), told);
    }
    told.add(Facts.fact("held", WORDS.get("in-all", Durations.show(lock.holdNs(now)))));
    if (lock.acquires() > 0) {
      told.add(Facts.fact("mean-hold", Durations.show(lock.holdNs(now) / lock.acquires())));
    }
    SumSubject.ended(facts, lock).ifPresent(told::add);
    return new Subject(Facts.titled(lock.monitor() ? "monitor" : "lock", lock.name()), told);
  }

  Subject hold(long start) {
    LockTrack.Holds holds = lock.holds();
    int i = Math.max(0, holds.at(start));
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("by", Lanes.full(facts.timeline(), holds.lane(i))));
    told.add(Facts.fact("acquired", facts.moment(holds.start(i))));
    if (lock.isUntold()) {
      told.add(Facts.fact("held-for", WORDS.get("untold")));
      facts.site(holds.site(i)).ifPresent(told::add);
      return new Subject(WORDS.get("subject.held", Facts.titled("lock", lock.name())), told);
    }
    boolean open = holds.end(i) == Timeline.OPEN;
    told.add(Facts.fact("released", open ? facts.open("still-held") : facts.moment(holds.end(i))));
    told.add(
        Facts.fact(
            "held-for",
            Durations.show((open ? facts.timeline().now() : holds.end(i)) - holds.start(i))));
    told.add(
        Facts.fact(
            "waited",
            holds.waited(i) == 0 ? WORDS.get("not-at-all") : Durations.show(holds.waited(i))));
    facts.site(holds.site(i)).ifPresent(told::add);
    return new Subject(WORDS.get("subject.held", Facts.titled("lock", lock.name())), told);
  }
}

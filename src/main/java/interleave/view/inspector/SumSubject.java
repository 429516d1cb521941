package interleave.view.inspector;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts about holds of a lock that were summed up. */
record SumSubject(Facts facts, LockTrack lock) {
  private static final Words WORDS = Words.of("timeline/sums");
  private static final int MOST = 12;

  /** From when on single holds are not recorded. */
  static Optional<Fact> ended(Facts facts, LockTrack lock) {
    return lock.detailEnded() == Timeline.OPEN
        ? Optional.empty()
        : Optional.of(new Fact(WORDS.get("fact.ended"), facts.moment(lock.detailEnded())));
  }

  Subject slice(long end) {
    List<Fact> told = new ArrayList<>();
    List<LockTrack.Sum> sums = lock.slice(end);
    for (LockTrack.Sum sum : sums.stream().limit(MOST).toList()) {
      told.add(
          new Fact(
              Lanes.brief(facts.timeline(), sum.lane()),
              WORDS.get("fact.sum", Durations.count(sum.count()), Durations.show(sum.heldNs()))));
      told.add(
          new Fact(
              WORDS.get("fact.waited"),
              WORDS.get(
                  "fact.longest",
                  Durations.show(sum.waitedNs()),
                  Durations.show(sum.longestWaitNs()))));
    }
    if (!sums.isEmpty()) {
      told.add(new Fact(WORDS.get("fact.from"), facts.moment(sums.getFirst().start())));
      told.add(new Fact(WORDS.get("fact.until"), facts.moment(end)));
    }
    return new Subject(WORDS.get("subject", Facts.titled("lock", lock.name())), told);
  }
}

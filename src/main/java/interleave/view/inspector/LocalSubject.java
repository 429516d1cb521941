package interleave.view.inspector;

import interleave.timeline.LocalTrack;
import interleave.timeline.Site;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a value of a thread-local, by the moment from which its thread had it. */
record LocalSubject(Timeline timeline, LocalTrack local, long start) {
  private static final Words WORDS = Words.of("view/locals");
  private static final int MOST = 12;

  /** What a thread has in its thread-locals at {@code time}. */
  static List<Fact> of(Timeline timeline, int lane, long time) {
    List<Fact> facts = new ArrayList<>();
    for (LocalTrack local : timeline.localsOf(lane)) {
      int i = local.currentAt(time);
      if (i >= 0 && facts.size() < MOST) {
        facts.add(new Fact(local.name(), local.value(i)));
      }
    }
    return facts;
  }

  Subject subject() {
    int i = Math.max(0, local.at(start));
    boolean open = local.until(i) == Timeline.OPEN;
    long until = Math.min(local.until(i), timeline.now());
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("kind", WORDS.get(local.scoped() ? "kind.scoped" : "kind.local")));
    facts.add(fact("thread", Lanes.full(timeline, local.lane())));
    facts.add(fact("from", Durations.moment(local.from(i) - timeline.start())));
    facts.add(
        fact("until", open ? WORDS.get("until.open") : Durations.moment(until - timeline.start())));
    int reads = local.firstReadAt(until) - local.firstReadAt(local.from(i));
    facts.add(fact("reads", Durations.count(reads)));
    Site site = timeline.site(local.site(i));
    if (site.line() > 0) {
      facts.add(fact("line", site.line() + " · " + site.function()));
    }
    return new Subject(local.name() + " = " + local.value(i), facts);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}

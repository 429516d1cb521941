package interleave.view.inspector;

import interleave.timeline.GilTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about an interpreter's lock, and about one time that a thread had it. */
record GilSubject(Facts facts, GilTrack gil) {
  private static final Words WORDS = Words.of("view/gil");
  private static final int MOST = 12;

  static GilSubject of(Facts facts, int process) {
    GilTrack gil = facts.timeline().gilOf(process);
    if (gil == null) {
      throw new IndexOutOfBoundsException(process); // a reference into another run
    }
    return new GilSubject(facts, gil);
  }

  Subject subject() {
    List<Fact> told = new ArrayList<>();
    told.add(fact("process", facts.process(gil.process())));
    told.add(fact("holder", holder()));
    for (LockTrack.Owner owner : gil.owners().stream().limit(MOST).toList()) {
      told.add(
          new Fact(
              Lanes.brief(facts.timeline(), owner.lane()),
              Durations.show(owner.holdNs()) + Facts.share(owner.holdNs(), gil.heldNs())));
    }
    told.add(fact("handovers", Durations.count(gil.handovers())));
    told.add(fact("short", Durations.count(gil.shortHandovers())));
    told.add(fact("longest", Durations.show(gil.longestNs())));
    return new Subject(WORDS.get("subject"), told);
  }

  private String holder() {
    LockTrack.Holds holds = gil.holds();
    int i = holds.at(facts.playhead());
    return i >= 0 && holds.end(i) > facts.playhead()
        ? Lanes.brief(facts.timeline(), holds.lane(i))
        : WORDS.get("nobody");
  }

  Subject hold(long start) {
    LockTrack.Holds holds = gil.holds();
    int i = Math.max(0, holds.at(start));
    boolean open = holds.end(i) == Timeline.OPEN;
    long end = open ? facts.timeline().now() : holds.end(i);
    List<Fact> told = new ArrayList<>();
    told.add(fact("by", Lanes.full(facts.timeline(), holds.lane(i))));
    told.add(fact("from", facts.moment(holds.start(i))));
    told.add(fact("for", Durations.show(end - holds.start(i))));
    told.add(fact("short", Durations.count(gil.shortHandovers(holds.start(i) + 1, end))));
    return new Subject(WORDS.get("subject.held"), told);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}

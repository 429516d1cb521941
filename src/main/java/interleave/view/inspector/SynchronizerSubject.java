package interleave.view.inspector;

import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Opening;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.SynchronizerText;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a semaphore, latch, barrier or phaser, as it is at the playhead. */
record SynchronizerSubject(Timeline timeline, SynchronizerTrack track, long playhead) {
  private static final Words WORDS = Words.of("timeline/synchronizers");

  Subject subject() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("process", timeline.processes().get(track.process()).name()));
    facts.add(fact("now", SynchronizerText.level(track, playhead)));
    facts.add(fact("waiting", Durations.count(track.waitingAt(playhead))));
    facts.add(fact("waits", Durations.count(track.waits())));
    if (track.waits() > 0) {
      facts.add(fact("waited", Durations.show(track.waitNs())));
      facts.add(fact("longest", Durations.show(track.longestWaitNs())));
    }
    if (track.openings() > 0) {
      facts.add(fact("opened", Durations.count(track.openings())));
    }
    return new Subject(SynchronizerText.title(track), facts);
  }

  Subject opening(int index) {
    Opening opening = track.opening(index);
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("at", Durations.moment(opening.time() - timeline.start())));
    if (opening.lane() >= 0) {
      facts.add(fact("by", Lanes.full(timeline, opening.lane())));
    }
    facts.add(fact("let", Durations.count(opening.let())));
    facts.add(fact("phase", Durations.count(opening.phase())));
    String what = WORDS.get("outcome." + opening.cause());
    return new Subject(WORDS.get("subject.opening", SynchronizerText.title(track), what), facts);
  }

  private static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }
}

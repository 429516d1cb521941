package interleave.view.inspector;

import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a pool and about one of its tasks. */
record PoolSubject(Facts facts, PoolTrack pool) {
  private static final Words WORDS = Words.of("view/inspector");
  private static final Words POOLS = Words.of("timeline/pools");

  Subject subject() {
    List<Fact> thefts = new ArrayList<>();
    for (PoolTrack.Steal steal : pool.steals().subList(0, Math.min(8, pool.steals().size()))) {
      String who = Lanes.brief(facts.timeline(), steal.thief());
      String whom = Lanes.brief(facts.timeline(), steal.victim());
      thefts.add(Facts.fact("stole", WORDS.get("stole", who, steal.tasks(), whom)));
    }
    PoolTrack.Counts counts = pool.counts(facts.playhead());
    List<Fact> told =
        new ArrayList<>(
            List.of(
                Facts.fact("tasks", Durations.count(pool.tasks().size())),
                Facts.fact("waiting", Durations.count(counts.waiting())),
                Facts.fact("running", Durations.count(counts.running())),
                Facts.fact("ended", Durations.count(counts.ended()))));
    told.addAll(thefts);
    return new Subject(Facts.titled("pool", pool.name()), told);
  }

  Subject task(PoolTrack.Task task) {
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("pool", pool.name()));
    told.add(Facts.fact("submitted", facts.moment(task.submitted())));
    boolean started = task.started() != Timeline.OPEN;
    told.add(Facts.fact("started", started ? facts.moment(task.started()) : facts.open("not-yet")));
    if (started) {
      told.add(Facts.fact("waited", Durations.show(task.started() - task.submitted())));
      told.add(Facts.fact("by", Lanes.full(facts.timeline(), task.lane())));
    }
    boolean ended = task.ended() != Timeline.OPEN;
    told.add(Facts.fact("ended", ended ? facts.moment(task.ended()) : facts.open("not-yet")));
    if (started && ended) {
      told.add(Facts.fact("took", Durations.show(task.ended() - task.started())));
    }
    String outcome = task.outcome();
    if (outcome != null) {
      String word = POOLS.get("outcome." + outcome);
      told.add(
          Facts.fact(
              "outcome", task.result().isEmpty() ? word : POOLS.get("told", word, task.result())));
    }
    for (int before : task.before()) {
      told.add(Facts.fact("after", pool.tasks().get(before).name()));
    }
    if (task.stolen()) {
      told.add(Facts.fact("stolen-from", Lanes.full(facts.timeline(), task.submitter())));
    }
    return new Subject(WORDS.get("subject.task", task.name()), told);
  }
}

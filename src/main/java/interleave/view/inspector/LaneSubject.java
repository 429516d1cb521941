package interleave.view.inspector;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.critical.Release;
import interleave.timeline.critical.Releases;
import interleave.timeline.explain.Paths;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.PipeText;
import interleave.timeline.layout.SliceText;
import interleave.timeline.layout.SpanLinks;
import interleave.timeline.range.LaneTimes;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The facts about a thread and about what it did at one time. */
record LaneSubject(Facts facts, ThreadLane lane) {
  private static final Words WORDS = Words.of("view/inspector");

  Subject subject() {
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("process", facts.process(lane.process())));
    told.add(Facts.fact("now", doing()));
    told.add(Facts.fact("started", facts.moment(lane.start())));
    told.add(
        Facts.fact(
            "ended", lane.end() == Timeline.OPEN ? WORDS.get(open()) : facts.moment(lane.end())));
    told.addAll(LocalSubject.of(facts.timeline(), lane.index(), facts.playhead()));
    LaneTimes times = LaneTimes.of(facts.timeline(), lane);
    for (ThreadState state : ThreadState.values()) {
      long ns = times.in(state);
      if (ns > 0) {
        told.add(
            new Fact(StateWords.brief(state), Durations.show(ns) + Facts.share(ns, times.lived())));
      }
    }
    String kind =
        switch (lane.kind()) {
          case VIRTUAL -> "kind.virtual";
          case CARRIER -> "kind.carrier";
          case TASK -> "kind.task";
          case PLATFORM -> lane.daemon() ? "kind.daemon" : "";
        };
    if (!kind.isEmpty()) {
      told.add(Facts.fact("kind", WORDS.get(kind)));
    }
    return new Subject(WORDS.get("subject.thread", lane.name()), told);
  }

  private String open() {
    boolean told = facts.timeline().processes().get(lane.process()).tellsRunning();
    return told ? "still-runs" : "end-untold";
  }

  private String doing() {
    int i = lane.spans().at(facts.playhead());
    if (i < 0 || lane.end() <= facts.playhead()) {
      return WORDS.get(lane.start() > facts.playhead() ? "not-started" : "has-ended");
    }
    String label = lane.spans().label(i);
    if (lane.spans().state(i) == ThreadState.NOT_TOLD) {
      label = SliceText.doing(facts.timeline(), lane.index(), facts.playhead());
    }
    return label.isBlank() ? StateWords.brief(lane.spans().state(i)) : label;
  }

  Subject span(long start) {
    Spans spans = lane.spans();
    int i = Math.max(0, spans.at(start));
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("thread", Lanes.full(facts.timeline(), lane.index())));
    told.add(Facts.fact("from", facts.moment(spans.start(i))));
    boolean open = spans.end(i) == Timeline.OPEN;
    told.add(Facts.fact("to", open ? WORDS.get("goes-on") : facts.moment(spans.end(i))));
    long end = open ? facts.timeline().now() : spans.end(i);
    told.add(Facts.fact("took", Durations.show(end - spans.start(i))));
    about(spans, i).ifPresent(told::add);
    facts.site(spans.site(i)).ifPresent(told::add);
    told.addAll(ended(i));
    String label = spans.label(i);
    String state = StateWords.title(spans.state(i));
    return new Subject(label.isBlank() ? state : WORDS.get("about", state, label), told);
  }

  /** Who ended a wait, and at which line that one had what was waited for. */
  private List<Fact> ended(int i) {
    Timeline timeline = facts.timeline();
    Release by = new Releases(timeline).of(lane.index(), i);
    if (by == null) {
      return List.of();
    }
    List<Fact> told = new ArrayList<>();
    ThingRef thing = SpanLinks.at(timeline, by.lane(), by.time() - 1);
    told.add(
        new Fact(
            WORDS.get("fact.ended-by"),
            Paths.release(timeline, by),
            null,
            new Subject.Moment(thing, by.time())));
    Site site = timeline.site(by.site());
    if (site.line() != 0) {
      told.add(
          new Fact(
              WORDS.get("fact.ended-at"),
              site.line() + (site.function().isEmpty() ? "" : " · " + site.function()),
              site));
    }
    return told;
  }

  private Optional<Fact> about(Spans spans, int i) {
    int object = spans.object(i);
    return object < 0
        ? Optional.empty()
        : switch (spans.about(i)) {
          case LOCK -> Optional.of(Facts.fact("lock", facts.timeline().locks().get(object).name()));
          case QUEUE ->
              Optional.of(Facts.fact("queue", facts.timeline().queues().get(object).name()));
          case LANE -> Optional.of(Facts.fact("for", Lanes.full(facts.timeline(), object)));
          case PROCESS -> Optional.of(Facts.fact("for", facts.process(object)));
          case PIPE ->
              Optional.of(
                  Facts.fact(
                      "pipe",
                      PipeText.title(facts.timeline(), facts.timeline().pipes().get(object))));
          case TASK ->
              spans.task(i) < 0
                  ? Optional.empty()
                  : Optional.of(
                      Facts.fact(
                          "task",
                          facts.timeline().pools().get(object).tasks().get(spans.task(i)).name()));
          case SYNCHRONIZER, FUNCTION, NOTHING, POOL, CALL, TURN, FUTURE, TASKS -> Optional.empty();
        };
  }
}

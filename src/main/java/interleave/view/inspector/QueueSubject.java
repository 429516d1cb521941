package interleave.view.inspector;

import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Lanes;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about a queue and about one message in it. */
record QueueSubject(Facts facts, QueueTrack queue) {
  private static final Words WORDS = Words.of("view/inspector");

  Subject subject() {
    return new Subject(
        Facts.titled("queue", queue.name()),
        List.of(
            Facts.fact("depth", Durations.count(queue.depthAt(facts.playhead()))),
            Facts.fact("deepest", Durations.count(queue.maxDepth())),
            Facts.fact(
                "capacity",
                queue.capacity() < 0 ? WORDS.get("unbounded") : Durations.count(queue.capacity())),
            Facts.fact("put", Durations.count(queue.puts())),
            Facts.fact("got", Durations.count(queue.gets())),
            Facts.fact("lost", Durations.count(queue.lost()))));
  }

  Subject message(QueueTrack.Message message) {
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("from", Lanes.full(facts.timeline(), message.fromLane())));
    boolean got = message.get() != Timeline.OPEN;
    told.add(
        Facts.fact(
            "to",
            got
                ? Lanes.full(facts.timeline(), message.toLane())
                : message.lost() ? WORDS.get("nobody") : facts.open("not-yet")));
    boolean put = message.put() != Timeline.OPEN;
    told.add(Facts.fact("put-at", put ? facts.moment(message.put()) : facts.open("not-yet")));
    told.add(
        Facts.fact(
            "got-at",
            got
                ? facts.moment(message.get())
                : message.lost() ? WORDS.get("never") : facts.open("not-yet")));
    if (put) {
      told.add(
          Facts.fact(
              "in-queue",
              Durations.show((got ? message.get() : facts.timeline().now()) - message.put())));
    }
    told.add(Facts.fact("queue", queue.name()));
    facts.site(message.putSite()).ifPresent(told::add);
    return new Subject(WORDS.get("subject.message", message.preview()), told);
  }
}

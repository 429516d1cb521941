package interleave.view.inspector;

import interleave.timeline.CounterTrack;
import interleave.timeline.Flows;
import interleave.timeline.SliceTrack;
import interleave.timeline.Timeline;
import interleave.timeline.WideMoments;
import interleave.timeline.layout.CounterText;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.SliceText;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The facts about what files of other tools tell: slices, moments, flows and counters. */
record SliceSubject(Facts facts) {
  private static final Words WORDS = Words.of("view/inspector");

  /** Of more slices than that within one it is not added up what they took. */
  private static final int MOST = 20_000;

  private Timeline timeline() {
    return facts.timeline();
  }

  Subject slice(int index, int depth, int i) {
    SliceTrack track = timeline().slices().get(index);
    SliceTrack.Row row = track.row(depth);
    long end = track.end(timeline(), row, i);
    long took = end - row.start(i);
    List<Fact> told = new ArrayList<>();
    told.add(where(index));
    told.add(Facts.fact("from", facts.moment(row.start(i))));
    boolean open = row.end(i) == Timeline.OPEN;
    told.add(Facts.fact("to", open ? WORDS.get("slice.endless") : facts.moment(row.end(i))));
    told.add(Facts.fact("took", Durations.show(took)));
    long inner = inner(track, depth, row.start(i), end);
    if (inner > 0) {
      long own = Math.max(0, took - inner);
      told.add(Facts.fact("own", Durations.show(own) + Facts.share(own, took)));
    }
    int around = track.around(depth, i);
    if (around >= 0) {
      told.add(Facts.fact("within", track.row(depth - 1).name(around)));
    }
    told.add(Facts.fact("depth", Integer.toString(depth + 1)));
    arguments(told, row.arguments(i));
    return new Subject(WORDS.get("subject.slice", row.name(i)), told);
  }

  /** What the slices directly within that time took; 0 where they are too many or none. */
  private static long inner(SliceTrack track, int depth, long from, long to) {
    if (depth + 1 >= track.depth()) {
      return 0;
    }
    SliceTrack.Row row = track.row(depth + 1);
    int first = row.at(from - 1) + 1;
    int last = row.at(to - 1);
    long sum = 0;
    for (int i = first; i <= last && last - first < MOST; i++) {
      sum += Math.min(to, row.end(i)) - row.start(i);
    }
    return sum;
  }

  private Fact where(int index) {
    boolean thread = timeline().slices().get(index).lane() >= 0;
    return Facts.fact(thread ? "thread" : "row", SliceText.where(timeline(), index));
  }

  private static void arguments(List<Fact> told, String arguments) {
    if (!arguments.isBlank()) {
      told.add(Facts.fact("arguments", arguments.strip()));
    }
  }

  Subject track(int index) {
    SliceTrack track = timeline().slices().get(index);
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("process", facts.process(track.process())));
    long count = 0;
    for (int depth = 0; depth < track.depth(); depth++) {
      count += track.row(depth).size();
    }
    told.add(Facts.fact("slices", Durations.count(count)));
    told.add(Facts.fact("depth", Integer.toString(track.depth())));
    return new Subject(WORDS.get("subject.track", track.name()), told);
  }

  Subject moment(int index, int i) {
    SliceTrack.Moments moments = timeline().slices().get(index).moments();
    List<Fact> told = new ArrayList<>();
    told.add(where(index));
    told.add(Facts.fact("at", facts.moment(moments.time(i))));
    arguments(told, moments.arguments(i));
    return new Subject(WORDS.get("subject.moment", moments.name(i)), told);
  }

  Subject wide(int i) {
    WideMoments moments = timeline().wideMoments();
    List<Fact> told = new ArrayList<>();
    if (moments.process(i) >= 0) {
      told.add(Facts.fact("process", facts.process(moments.process(i))));
    }
    told.add(Facts.fact("at", facts.moment(moments.time(i))));
    arguments(told, moments.arguments(i));
    return new Subject(WORDS.get("subject.moment", moments.name(i)), told);
  }

  Subject flow(int i) {
    Flows flows = timeline().flows();
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("from", facts.moment(flows.fromTime(i))));
    told.add(Facts.fact("left", SliceText.where(timeline(), flows.fromTrack(i))));
    told.add(Facts.fact("to", facts.moment(flows.toTime(i))));
    told.add(Facts.fact("arrived", SliceText.where(timeline(), flows.toTrack(i))));
    told.add(Facts.fact("took", Durations.show(flows.toTime(i) - flows.fromTime(i))));
    String name = flows.name(i);
    return new Subject(
        name.isBlank() ? WORDS.get("subject.flow.unnamed") : WORDS.get("subject.flow", name), told);
  }

  Subject counter(CounterTrack counter) {
    int i = counter.at(facts.playhead());
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("process", facts.process(counter.process())));
    told.add(
        Facts.fact("value", i < 0 ? WORDS.get("untouched") : CounterText.exact(counter.value(i))));
    long end = timeline().now() + 1;
    told.add(Facts.fact("least", CounterText.number(counter.min(timeline().start(), end))));
    told.add(Facts.fact("most", CounterText.number(counter.max(timeline().start(), end))));
    told.add(Facts.fact("values", Durations.count(counter.size())));
    return new Subject(WORDS.get("subject.counter", counter.name()), told);
  }

  Subject value(CounterTrack counter, int i) {
    List<Fact> told = new ArrayList<>();
    told.add(Facts.fact("process", facts.process(counter.process())));
    told.add(Facts.fact("from", facts.moment(counter.time(i))));
    told.add(Facts.fact("value", CounterText.exact(counter.value(i))));
    return new Subject(WORDS.get("subject.counter", counter.name()), told);
  }
}

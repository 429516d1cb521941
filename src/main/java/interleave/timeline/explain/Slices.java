package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.CounterTrack;
import interleave.timeline.Flows;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.WideMoments;
import interleave.timeline.layout.CounterText;
import interleave.timeline.layout.SliceText;
import interleave.words.Words;

/** Sentences on what files of other tools tell: slices, moments, flows, counters. */
record Slices(Timeline timeline) {
  private static final Words SAYS = Words.of("timeline/slices");

  /** How long it took, where, within what, and what of that was its own. */
  String slice(int index, int depth, int i) {
    SliceTrack track = timeline.slices().get(index);
    SliceTrack.Row row = track.row(depth);
    long end = track.end(timeline, row, i);
    boolean open = row.end(i) == Timeline.OPEN;
    String key = open ? timeline.live() ? "says.open" : "says.endless" : "says.slice";
    String where = SliceText.where(timeline, index);
    String said = SAYS.get(key, row.name(i), took(end - row.start(i)), where);
    int around = track.around(depth, i);
    String within = around < 0 ? "" : SAYS.get("says.within", track.row(depth - 1).name(around));
    String failed = row.failed(i) ? SAYS.get("says.failed") : "";
    return said + within + inner(track, depth, row.start(i), end) + failed;
  }

  /** How many slices lie directly within. */
  private static String inner(SliceTrack track, int depth, long from, long to) {
    if (depth + 1 >= track.depth()) {
      return "";
    }
    SliceTrack.Row row = track.row(depth + 1);
    int count = row.at(to - 1) - row.at(from - 1);
    return count <= 0
        ? ""
        : SAYS.count("says.inner", count, SentenceWords.count(count), row.name(row.at(to - 1)));
  }

  String track(int index) {
    SliceTrack track = timeline.slices().get(index);
    long count = 0;
    for (int depth = 0; depth < track.depth(); depth++) {
      count += track.row(depth).size();
    }
    String all = SentenceWords.count(count);
    return track.depth() > 1
        ? SAYS.get("says.track.deep", track.name(), all, track.depth())
        : SAYS.count("says.track", count, track.name(), all);
  }

  String moment(int index, int i) {
    SliceTrack track = timeline.slices().get(index);
    SliceTrack.Moments moments = track.moments();
    String said =
        SAYS.get(
            "says.moment",
            moments.name(i),
            SliceText.where(timeline, index),
            took(moments.time(i) - timeline.start()));
    ThingRef.Slice around = SliceText.at(timeline, index, moments.time(i));
    return around == null
        ? said
        : said + SAYS.get("says.within", track.row(around.depth()).name(around.index()));
  }

  String wide(int i) {
    WideMoments moments = timeline.wideMoments();
    int process = moments.process(i);
    String after = took(moments.time(i) - timeline.start());
    return process < 0
        ? SAYS.get("says.wide", moments.name(i), after)
        : SAYS.get(
            "says.wide.process", moments.name(i), after, timeline.processes().get(process).name());
  }

  String flow(int i) {
    Flows flows = timeline.flows();
    String from = end(flows.fromTrack(i), flows.fromTime(i));
    String to = end(flows.toTrack(i), flows.toTime(i));
    String later = took(Math.max(0, flows.toTime(i) - flows.fromTime(i)));
    return flows.name(i).isBlank()
        ? SAYS.get("says.flow.unnamed", from, to, later)
        : SAYS.get("says.flow", from, to, later, flows.name(i));
  }

  /** {@code parse on worker}, or just where it was. */
  private String end(int track, long time) {
    ThingRef.Slice slice = SliceText.at(timeline, track, time);
    String where = SliceText.where(timeline, track);
    return slice == null
        ? where
        : SAYS.get(
            "says.on", timeline.slices().get(track).row(slice.depth()).name(slice.index()), where);
  }

  String counter(CounterTrack counter) {
    if (counter.size() == 0) {
      return "";
    }
    long end = timeline.now() + 1;
    return SAYS.get(
        "says.counter",
        counter.name(),
        CounterText.number(counter.min(timeline.start(), end)),
        CounterText.number(counter.max(timeline.start(), end)),
        CounterText.number(counter.value(counter.size() - 1)),
        SentenceWords.count(counter.size()));
  }

  String value(CounterTrack counter, int i) {
    long end = i + 1 < counter.size() ? counter.time(i + 1) : timeline.now();
    String lasted = took(Math.max(0, end - counter.time(i)));
    String value = CounterText.exact(counter.value(i));
    return i == 0
        ? SAYS.get("says.value.first", counter.name(), value, lasted)
        : SAYS.get(
            "says.value", counter.name(), value, lasted, CounterText.exact(counter.value(i - 1)));
  }
}

package interleave.exchange.export.trace;

import interleave.exchange.export.Excerpt;
import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What threads did when. */
final class ThreadTelling {
  private static final Words WORDS = Words.of("timeline/events");

  private final Excerpt what;
  private final TraceSink sink;
  private final TraceTracks tracks;
  private final Course course;

  ThreadTelling(Excerpt what, TraceSink sink, TraceTracks tracks, Course course) {
    this.what = what;
    this.sink = sink;
    this.tracks = tracks;
    this.course = course;
  }

  void tell() throws IOException {
    for (ThreadLane lane : what.timeline().lanes()) {
      if (what.lanes().has(lane.index()) && what.meets(lane.start(), lane.end())) {
        states(lane);
      }
    }
  }

  private void states(ThreadLane lane) throws IOException {
    TraceTrack track = tracks.thread(lane.index());
    Spans spans = lane.spans();
    for (int i = Math.max(0, spans.at(what.range().from())); i < spans.size(); i++) {
      if (spans.start(i) > what.range().to()) {
        break;
      }
      course.step();
      if (track != null && what.meets(spans.start(i), spans.end(i))) {
        sink.slice(
            track,
            "state",
            name(spans, i),
            what.told(what.begin(spans.start(i))),
            what.told(what.end(spans.end(i))),
            facts(spans, i));
      }
    }
  }

  private static String name(Spans spans, int i) {
    String label = spans.label(i);
    return label.isBlank() ? WORDS.get("state." + spans.state(i)) : label;
  }

  private List<Fact> facts(Spans spans, int i) {
    List<Fact> facts = new ArrayList<>();
    ThreadState state = spans.state(i);
    facts.add(new Fact("state", state.name().toLowerCase(Locale.ROOT)));
    Site site = what.timeline().site(spans.site(i));
    if (site.line() > 0) {
      facts.add(new Fact("at", site.simpleFile() + ":" + site.line()));
    }
    if (!site.function().isEmpty()) {
      facts.add(new Fact("in", site.function()));
    }
    if (spans.end(i) > what.end(spans.end(i))) {
      facts.add(new Fact("unfinished", true));
    }
    return facts;
  }
}

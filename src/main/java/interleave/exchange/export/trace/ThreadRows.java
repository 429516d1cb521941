package interleave.exchange.export.trace;

import interleave.timeline.LocalTrack;
import interleave.timeline.Site;
import interleave.timeline.SliceTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What threads did when, and the values that were theirs alone. */
final class ThreadRows {
  private static final Words WORDS = Words.of("timeline/events");

  private static final Words STATES = Words.of("exchange/export");

  /** Nobody else's: by that our importers know them for what they are. */
  static final String STATE = "interleave.state";

  private final Telling telling;

  /** Threads on whose rows slices stand. */
  private final Set<Integer> sliced;

  /** Those whose slices are their states, as an export of ours was opened again. */
  private final Set<Integer> told;

  ThreadRows(Telling telling) {
    this.telling = telling;
    sliced = telling.timeline().slices().stream().map(SliceTrack::lane).collect(Collectors.toSet());
    told =
        telling.timeline().slices().stream()
            .filter(ThreadRows::areStates)
            .map(SliceTrack::lane)
            .collect(Collectors.toSet());
  }

  private static boolean areStates(SliceTrack track) {
    return track.depth() > 0
        && track.row(0).size() > 0
        && track.row(0).arguments(0).startsWith("[" + STATE + "]");
  }

  void tell() throws IOException {
    for (ThreadLane lane : telling.timeline().lanes()) {
      if (!told.contains(lane.index())
          && telling.what.lanes().has(lane.index())
          && telling.what.meets(lane.start(), lane.end())) {
        states(lane);
      }
    }
    for (LocalTrack local : telling.timeline().locals()) {
      if (telling.what.lanes().has(local.lane())) {
        values(telling.timeline().lanes().get(local.lane()), local);
      }
    }
  }

  /**
   * On its own row, or beside it where slices stand there: a state knows nothing of those. Where
   * nothing is told of what it does nothing is said.
   */
  private void states(ThreadLane lane) throws IOException {
    TraceTrack own = telling.tracks.thread(lane.index());
    TraceTrack track = sliced.contains(lane.index()) ? null : own;
    Spans spans = lane.spans();
    for (int i = Math.max(0, spans.at(telling.what.range().from())); i < spans.size(); i++) {
      if (telling.isPast(spans.start(i))) {
        return;
      }
      telling.step();
      if (spans.state(i) != ThreadState.NOT_TOLD) {
        if (track == null) {
          track = telling.tracks.row(lane.process(), STATES.get("states", lane.name()));
        }
        telling.slice(track, STATE, name(spans, i), spans.start(i), spans.end(i), facts(spans, i));
      }
    }
  }

  private static String name(Spans spans, int i) {
    String label = spans.label(i);
    return label.isBlank() ? WORDS.get("state." + spans.state(i)) : label;
  }

  private List<Fact> facts(Spans spans, int i) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("state", spans.state(i).name().toLowerCase(Locale.ROOT)));
    facts.addAll(place(telling.timeline(), spans.site(i)));
    return facts;
  }

  /** Where in the source; nothing where that is not known. */
  static List<Fact> place(Timeline timeline, int site) {
    List<Fact> facts = new ArrayList<>();
    Site place = timeline.site(site);
    if (place.line() > 0) {
      facts.add(new Fact("at", place.simpleFile() + ":" + place.line()));
    }
    if (!place.function().isEmpty()) {
      facts.add(new Fact("in", place.function()));
    }
    return facts;
  }

  private void values(ThreadLane lane, LocalTrack local) throws IOException {
    StackedRows rows =
        new StackedRows(telling.tracks, lane.process(), lane.name() + " · " + local.name());
    for (int i = Math.max(0, local.at(telling.what.range().from())); i < local.size(); i++) {
      if (telling.isPast(local.from(i))) {
        return;
      }
      telling.step();
      if (telling.what.meets(local.from(i), local.until(i))) {
        telling.slice(
            rows.row(local.from(i), local.until(i)),
            "local",
            local.value(i),
            local.from(i),
            local.until(i),
            place(telling.timeline(), local.site(i)));
      }
    }
  }
}

package interleave.timeline.statistics;

import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.CriticalPath;
import interleave.timeline.critical.Leg;
import interleave.timeline.explain.Paths;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The critical path leg by leg, in the order of time. */
public final class PathSheet {
  private static final Words WORDS = Words.of("timeline/critical");

  private PathSheet() {}

  public static Sheet of(Timeline timeline, CriticalPath path) {
    List<Leg> legs = path.legs();
    List<Sheet.Row> rows = legs.stream().limit(Sheet.MOST).map(leg -> row(timeline, leg)).toList();
    List<String> titles =
        List.of(
            WORDS.get("column.thread"),
            WORDS.get("column.from"),
            WORDS.get("column.took"),
            WORDS.get("column.way"),
            WORDS.get("column.why"));
    return new Sheet(
        5,
        "path",
        WORDS.get("sheet"),
        Sheet.columns("wtttw", titles),
        rows,
        legs.size(),
        Paths.sentence(timeline, path));
  }

  private static Sheet.Row row(Timeline timeline, Leg leg) {
    return new Sheet.Row(
        thing(timeline, leg),
        Cell.words(leg.isStill() ? WORDS.get("nobody") : Lanes.full(timeline, leg.lane())),
        Cell.moment(leg.from() - timeline.start()),
        Cell.nanos(leg.length()),
        Cell.someNanos(leg.since() - leg.from()),
        Cell.words(Paths.why(timeline, leg)));
  }

  /** What its thread did when it went on; where nothing ran, nothing. */
  private static @Nullable ThingRef thing(Timeline timeline, Leg leg) {
    if (leg.isStill()) {
      return null;
    }
    Spans spans = timeline.lanes().get(leg.lane()).spans();
    int i = spans.at(leg.since());
    return i < 0 ? new ThingRef.Lane(leg.lane()) : new ThingRef.Span(leg.lane(), spans.start(i));
  }
}

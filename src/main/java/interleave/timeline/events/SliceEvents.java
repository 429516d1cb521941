package interleave.timeline.events;

import interleave.timeline.Flows;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.WideMoments;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.SliceText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Slices as they begin, moments, and flows as they arrive. */
public final class SliceEvents {
  private static final Words WORDS = Words.of("timeline/slices");

  private SliceEvents() {}

  /** Those of one track: a source for each of its rows, and one for its moments. */
  public static List<EventSource> of(Timeline timeline, SliceTrack track) {
    List<EventSource> sources = new ArrayList<>();
    for (int depth = 0; depth < track.depth(); depth++) {
      sources.add(new OfRow(timeline, track, depth));
    }
    SliceTrack.Moments moments = track.moments();
    sources.add(
        EventSource.of(
            moments.size(),
            moments::time,
            i ->
                new EventRow(
                    moments.time(i),
                    track.process(),
                    track.lane(),
                    WORDS.get("kind.moment"),
                    moments.name(i),
                    new ThingRef.Moment(track.index(), i))));
    return sources;
  }

  /** Those that concern more than one thread. */
  public static EventSource wide(Timeline timeline) {
    WideMoments moments = timeline.wideMoments();
    return EventSource.of(
        moments.size(),
        moments::time,
        i ->
            new EventRow(
                moments.time(i),
                moments.process(i),
                -1,
                WORDS.get("kind.moment"),
                moments.name(i),
                new ThingRef.WideMoment(i)));
  }

  public static EventSource flows(Timeline timeline) {
    Flows flows = timeline.flows();
    return EventSource.of(
        flows.size(),
        flows::toTime,
        i -> {
          SliceTrack to = timeline.slices().get(flows.toTrack(i));
          String from = SliceText.where(timeline, flows.fromTrack(i));
          return new EventRow(
              flows.toTime(i),
              to.process(),
              to.lane(),
              WORDS.get("kind.flow"),
              WORDS.get("event.flow", flows.name(i), from).strip(),
              new ThingRef.Flow(i));
        });
  }

  private record OfRow(Timeline timeline, SliceTrack track, int depth) implements EventSource {
    private SliceTrack.Row row() {
      return track.row(depth);
    }

    @Override
    public int size() {
      return row().size();
    }

    @Override
    public long time(int i) {
      return row().start(i);
    }

    @Override
    public int at(long time) {
      return row().at(time);
    }

    @Override
    public EventRow get(int i) {
      long took = track.end(timeline, row(), i) - row().start(i);
      String key = row().failed(i) ? "event.failed" : "event.slice";
      return new EventRow(
          time(i),
          track.process(),
          track.lane(),
          WORDS.get("kind.slice"),
          WORDS.get(key, row().name(i), Durations.show(took)),
          new ThingRef.Slice(track.index(), depth, i));
    }
  }
}

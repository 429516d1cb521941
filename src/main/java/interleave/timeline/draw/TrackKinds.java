package interleave.timeline.draw;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import java.util.List;

/** The kinds of tracks there are, in the order of their rows within a process. */
public record TrackKinds(List<TrackKind> kinds) {
  public static final TrackKinds STANDARD =
      new TrackKinds(
          List.of(
              ProcessHeader.KIND,
              LaneTrack.KIND,
              LockBand.KIND,
              VariableBand.KIND,
              PoolBand.KIND,
              QueueBand.KIND,
              OutputBand.KIND));

  public TrackKinds {
    kinds = List.copyOf(kinds);
  }

  /** What to say about a thing, or nothing. */
  public List<String> tooltip(Timeline timeline, ThingRef thing) {
    for (TrackKind kind : kinds) {
      List<String> lines = kind.tooltip().of(timeline, thing);
      if (lines != null) {
        return lines;
      }
    }
    return List.of();
  }
}

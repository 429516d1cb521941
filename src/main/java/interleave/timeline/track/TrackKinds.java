package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import java.util.ArrayList;
import java.util.List;

/** The kinds of tracks there are, in the order of their rows within a process. */
public record TrackKinds(List<TrackKind> kinds) {
  public static final TrackKinds STANDARD =
      new TrackKinds(
          List.of(
              ProcessHeader.KIND,
              PhaseBand.KIND,
              LaneTrack.KIND,
              new CrowdBand(true),
              LaneTrack.ofCrowds(true),
              new MoreBand.Lanes(true),
              new CrowdBand(false),
              LaneTrack.ofCrowds(false),
              new MoreBand.Lanes(false),
              GilBand.KIND,
              LockBand.KIND,
              new MoreBand.Locks(),
              SynchronizerBand.KIND,
              VariableBand.KIND,
              PoolBand.KIND,
              QueueBand.KIND,
              PipeBand.KIND,
              OutputBand.KIND,
              DeadlockMarks.KIND));

  public TrackKinds {
    kinds = List.copyOf(kinds);
  }

  /** Facts about a thing and a sentence on what happened and why, or nothing. */
  public List<String> tooltip(Timeline timeline, ThingRef thing) {
    for (TrackKind kind : kinds) {
      List<String> facts = kind.tooltip(timeline, thing);
      if (facts != null) {
        List<String> lines = new ArrayList<>(facts);
        lines.add(Explanation.sentence(timeline, thing));
        lines.removeIf(String::isBlank);
        return lines;
      }
    }
    return List.of();
  }
}

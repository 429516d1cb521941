package interleave.timeline.range;

import interleave.timeline.Timeline;

/** What is asked about: a stretch of a run, by somebody who waits for the answer so long. */
public record Inquiry(Timeline timeline, TimeRange range, Patience patience) {
  /** About all of a run. */
  public static Inquiry whole(Timeline timeline) {
    return new Inquiry(timeline, TimeRange.whole(timeline), Patience.ENDLESS);
  }

  public boolean isWhole() {
    return range.isWhole(timeline);
  }
}

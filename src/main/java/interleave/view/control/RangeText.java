package interleave.view.control;

import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.timeline.range.TimeRange;
import interleave.words.Words;

/** A stretch of time in words. */
public final class RangeText {
  private static final Words WORDS = Words.of("view/statistics");

  private RangeText() {}

  /** {@code 1 200.000 ms to 1 900.000 ms: 700 ms}. */
  public static String of(Timeline timeline, TimeRange range) {
    return WORDS.get(
        "range",
        Durations.moment(range.from() - timeline.start()),
        Durations.moment(range.to() - timeline.start()),
        Durations.show(range.length()));
  }
}

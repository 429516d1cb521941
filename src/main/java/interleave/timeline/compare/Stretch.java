package interleave.timeline.compare;

import interleave.timeline.Timeline;
import interleave.timeline.range.TimeRange;

/**
 * A part of both runs that is compared, and nothing before or behind it.
 *
 * @param range by the clock of one of the runs; in the other it is what lies at the same place
 * @param ofSecond whether that is the clock of the second run
 */
public record Stretch(TimeRange range, boolean ofSecond) {
  TimeRange inA(Shift shift, Timeline a) {
    return ofSecond ? within(shift.toA(range.from()), shift.toA(range.to()), a) : within(range, a);
  }

  TimeRange inB(Shift shift, Timeline b) {
    return ofSecond ? within(range, b) : within(shift.toB(range.from()), shift.toB(range.to()), b);
  }

  private static TimeRange within(TimeRange range, Timeline run) {
    return within(range.from(), range.to(), run);
  }

  /** What of it lies within the run: nothing, at one of its ends, where it ran at another time. */
  private static TimeRange within(long from, long to, Timeline run) {
    TimeRange whole = TimeRange.whole(run);
    return new TimeRange(
        Math.clamp(from, whole.from(), whole.to()), Math.clamp(to, whole.from(), whole.to()));
  }
}

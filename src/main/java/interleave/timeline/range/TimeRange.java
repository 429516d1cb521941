package interleave.timeline.range;

import interleave.timeline.Timeline;
import java.util.Optional;

/** A stretch of a run's time: from a moment on, up to and without another. */
public record TimeRange(long from, long to) {
  public TimeRange {
    if (to < from) {
      throw new IllegalArgumentException(from + " to " + to);
    }
  }

  /** Between two moments, whichever comes first. */
  public static TimeRange between(long one, long other) {
    return new TimeRange(Math.min(one, other), Math.max(one, other));
  }

  /** All of a run. */
  public static TimeRange whole(Timeline timeline) {
    return new TimeRange(timeline.start(), Math.max(timeline.now(), timeline.start()));
  }

  /** Whether all that is known of the run lies within. */
  public boolean isWhole(Timeline timeline) {
    return from <= timeline.start() && to >= timeline.now();
  }

  /** What of it lies within a run; empty where nothing does. */
  public Optional<TimeRange> within(Timeline timeline) {
    TimeRange whole = whole(timeline);
    return meets(whole.from, whole.to)
        ? Optional.of(new TimeRange(Math.max(from, whole.from), Math.min(to, whole.to)))
        : Optional.empty();
  }

  public long length() {
    return to - from;
  }

  public boolean has(long time) {
    return from <= time && time < to;
  }

  /** How much of [start, end) lies within. */
  public long overlap(long start, long end) {
    return Math.max(0, Math.min(end, to) - Math.max(start, from));
  }

  /** Whether something that lasts from start to end, which may be no time, goes on within. */
  public boolean meets(long start, long end) {
    return start == end ? has(start) : start < to && end > from;
  }
}

package interleave.exchange.export;

import interleave.event.Recording;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.timeline.Site;
import interleave.timeline.Timeline;
import interleave.timeline.range.TimeMark;
import interleave.timeline.range.TimeRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What leaves of a run.
 *
 * @param range from a moment on up to another, which belongs to it where the run ends there
 * @param manifest what was run, and when
 * @param marks of the user's, of the whole run
 */
public record Excerpt(
    Timeline timeline,
    TimeRange range,
    LaneChoice lanes,
    Manifest manifest,
    List<TimeMark> marks,
    Origin origin) {
  public Excerpt {
    marks = List.copyOf(marks);
  }

  /** What the timeline was made of, for formats that keep events as they are. */
  public interface Origin {
    /** The segments; they may have to be unpacked. */
    Recording recording(Progress progress) throws IOException;

    /** What is kept beside them. */
    List<? extends FurtherEntry> beside();

    /** What was derived of the segments, for who keeps all of them; it may be nothing. */
    default List<? extends FurtherEntry> derived() {
      return List.of();
    }

    /** The program's sources where it is the user's own and they are kept, its own file first. */
    default List<KeptSource> sources() {
      return List.of();
    }

    /** The text of the source that a place is in; empty where that is not kept. */
    default Optional<String> source(Site site) {
      return Optional.empty();
    }
  }

  /** All of a run. */
  public static Excerpt whole(
      Timeline timeline, Manifest manifest, List<TimeMark> marks, Origin origin) {
    TimeRange range = TimeRange.whole(timeline);
    if (range.length() == 0) { // one dump of threads is a moment
      range = new TimeRange(range.from(), range.to() + 1);
    }
    return new Excerpt(timeline, range, LaneChoice.ALL, manifest, marks, origin);
  }

  /** The same of another stretch of time. */
  public Excerpt in(TimeRange other) {
    return new Excerpt(timeline, other, lanes, manifest, marks, origin);
  }

  /** The same of other threads. */
  public Excerpt of(LaneChoice others) {
    return new Excerpt(timeline, range, others, manifest, marks, origin);
  }

  /** Whether it is all of the run. */
  public boolean isWhole() {
    return lanes.isAll() && range.isWhole(timeline);
  }

  /** Whether that moment lies within. */
  public boolean has(long time) {
    return range.from() <= time && (time < range.to() || time == range.to() && reachesEnd());
  }

  /** Whether something that lasts from start to end, which may be no time, goes on within. */
  public boolean meets(long start, long end) {
    return start == end || end < start ? has(start) : start < range.to() && end > range.from();
  }

  private boolean reachesEnd() {
    return range.to() >= timeline.now();
  }

  /** The same moment, or the beginning where it lies before. */
  public long begin(long time) {
    return Math.max(time, range.from());
  }

  /** The same moment, or the end where it lies after or has not come yet. */
  public long end(long time) {
    return Math.min(Math.min(time, range.to()), timeline.now());
  }

  /** A moment as it is told: nanoseconds since the run began. */
  public long told(long time) {
    return time - timeline.start();
  }
}

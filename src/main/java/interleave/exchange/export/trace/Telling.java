package interleave.exchange.export.trace;

import interleave.exchange.export.Excerpt;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a run what lies within what leaves, cut at its ends. All that goes through a run tells
 * it here.
 */
final class Telling {
  final Excerpt what;
  final TraceTracks tracks;
  private final TraceSink sink;
  private final Course course;
  private long flows;

  Telling(Excerpt what, TraceSink sink, Course course) {
    this.what = what;
    this.tracks = new TraceTracks(what, sink);
    this.sink = sink;
    this.course = course;
  }

  Timeline timeline() {
    return what.timeline();
  }

  /** Whether it began too late for any after it to lie within. */
  boolean isPast(long start) {
    return start > what.range().to();
  }

  /** One more was looked at. */
  void step() {
    course.step();
  }

  /** What lasts from start to end, where any of it lies within. */
  void slice(
      @Nullable TraceTrack on, String category, String name, long start, long end, List<Fact> facts)
      throws IOException {
    if (on == null || !what.meets(start, end)) {
      return;
    }
    long last = what.end(end);
    List<Fact> all = facts;
    if (last < end) {
      all = new ArrayList<>(facts);
      all.add(new Fact("unfinished", true));
    }
    sink.slice(on, category, name, what.told(what.begin(start)), what.told(last), all);
  }

  void instant(@Nullable TraceTrack on, String category, String name, long time, List<Fact> facts)
      throws IOException {
    if (on != null && what.has(time)) {
      sink.instant(on, category, name, what.told(time), facts);
    }
  }

  /** What a step of a counter came to. */
  interface Level {
    double of(int step);
  }

  /**
   * A number that changes in steps; at the beginning of what leaves it is told where it stands.
   * What changes nothing is not told.
   */
  void counter(
      int process, String name, String unit, int steps, IntToLongFunction time, Level level)
      throws IOException {
    TraceTrack track = null;
    double last = Double.NaN;
    int first = firstAfter(what.range().from(), steps, time);
    for (int i = Math.max(0, first - 1); i < steps; i++) {
      long at = what.begin(time.applyAsLong(i));
      if (!what.has(at)) {
        break;
      }
      if (track == null) {
        track = tracks.counter(process, name, unit);
      }
      step();
      double now = level.of(i);
      if (Double.compare(now, last) != 0) {
        sink.counter(track, what.told(at), now);
      }
      last = now;
    }
  }

  /** The first step after that moment. */
  static int firstAfter(long moment, int steps, IntToLongFunction time) {
    int low = 0;
    int high = steps;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time.applyAsLong(middle) <= moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** An arrow, where both of its ends lie within and on rows that leave. */
  void flow(
      String category,
      String name,
      @Nullable TraceTrack from,
      long fromTime,
      @Nullable TraceTrack to,
      long toTime)
      throws IOException {
    if (from != null
        && to != null
        && fromTime <= toTime
        && what.has(fromTime)
        && what.has(toTime)) {
      sink.flow(++flows, category, name, from, what.told(fromTime), to, what.told(toTime));
    }
  }
}

package interleave.timeline.track;

import interleave.timeline.GilTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Role;
import interleave.timeline.lod.Bins;
import interleave.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What of a running thread's time it had its interpreter's lock: solid where it had, pale where it
 * waited for it or ran code that needs none, which only the system can tell apart. Where both lie
 * in one pixel, the solid part is as high as its share.
 *
 * <pre>
 *   ██████░░░░░░░░██████████░░░░░  ▄▄▄▄▄▄▄▄
 * </pre>
 */
final class GilShare {
  /** So many heights are told apart. */
  private static final int LEVELS = 8;

  /** Nobody looked then: the thread ran, and whether with the lock is not known. */
  private static final int UNSEEN = LEVELS + 1;

  private static final LegendEntry NOT_LOOKED_AT =
      LegendEntry.plain(21, () -> Words.of("timeline/gil").get("legend.unseen"), Role.RUNNING_SOFT);

  private static final LegendEntry WITHOUT_GIL = without("legend");

  /** Of a thread that was seen to be on a processor. */
  private static final LegendEntry RUNS_WITHOUT_GIL = without("legend.sampled");

  private final GilTrack gil;
  private final LegendEntry without;
  private final int lane;
  private final Space space;
  private final Bins bins;
  private final Brush brush;

  private GilShare(
      GilTrack gil, LegendEntry without, int lane, Space space, Bins bins, Brush brush) {
    this.gil = gil;
    this.without = without;
    this.lane = lane;
    this.space = space;
    this.bins = bins;
    this.brush = brush;
  }

  /** Null for a lane that has no part in such a lock. */
  static @Nullable GilShare of(View view, Space space, ThreadLane lane, Bins bins, Brush brush) {
    Timeline timeline = view.timeline();
    GilTrack gil = lane.kind() == ThreadLane.Kind.PLATFORM ? timeline.gilOf(lane.process()) : null;
    LegendEntry without = lane.spans().sampled() ? RUNS_WITHOUT_GIL : WITHOUT_GIL;
    return gil == null ? null : new GilShare(gil, without, lane.index(), space, bins, brush);
  }

  private static LegendEntry without(String key) {
    return LegendEntry.plain(20, () -> Words.of("timeline/gil").get(key), Role.RUNNING_SOFT);
  }

  /** Draws time in which the thread runs; what lies before the first look at the lock is solid. */
  void draw(long from, long to, double y, double h) {
    long begin = Math.max(from, space.from());
    long end = Math.min(to, space.to());
    long first = Math.clamp(gil.start(), begin, Math.max(begin, end));
    part(begin, first, LEVELS, y, h);
    int level = -1;
    long since = first;
    for (long time = first; time < end; ) {
      long next = Math.min(bins.next(time), end);
      int now = level(time, next);
      if (now != level) {
        part(since, time, level, y, h);
        level = now;
        since = time;
      }
      time = next;
    }
    part(since, end, level, y, h);
  }

  private int level(long from, long to) {
    long seen = to - from - gil.unseenNs(from, to);
    long held = gil.nanosHeldBy(lane, from, to);
    // Something is seen of however little; where nobody looked nothing is said.
    return seen <= 0 ? UNSEEN : (int) Math.min(LEVELS, Math.ceilDiv(held * LEVELS, seen));
  }

  private void part(long from, long to, int level, double y, double h) {
    if (to <= from) {
      return;
    }
    double x = space.x(from);
    double w = space.x(to) - x;
    if (level == UNSEEN) {
      brush.fill(x, y, w, h, 0, Role.RUNNING_SOFT);
      brush.fill(x, y + h / 3, w, h / 3, 0, Role.RUNNING);
      brush.seen(NOT_LOOKED_AT);
      return;
    }
    if (level < LEVELS) {
      brush.fill(x, y, w, h, 0, Role.RUNNING_SOFT);
      brush.seen(without);
    }
    if (level > 0) {
      double tall = h * level / LEVELS;
      brush.fill(x, y + h - tall, w, tall, 0, Role.RUNNING);
    }
  }
}

package interleave.timeline.track;

import interleave.timeline.CrowdTrack;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.lod.Bins;
import java.util.List;

/**
 * How many threads of a crowd do what, as areas that lie upon each other:
 *
 * <pre>
 *   most ┌ ─ ─ ─ ─ ─ ─ ─ ─ ─
 *        │   ______ sleeping
 *        │__/      \________
 *        │________   waiting
 *      0 │         \________ running
 * </pre>
 *
 * Each bin of two pixels shows its means, so a picture costs by its width.
 */
final class CrowdArea {
  /** From the bottom up. */
  private static final List<ThreadState> ORDER =
      List.of(
          ThreadState.RUNNING,
          ThreadState.READY,
          ThreadState.IO,
          ThreadState.LOCK_WAIT,
          ThreadState.QUEUE_WAIT,
          ThreadState.SYNC_WAIT,
          ThreadState.JOINING,
          ThreadState.UNTRACED_WAIT,
          ThreadState.SLEEPING);

  /** A few that run among thousands are seen all the same. */
  private static final double THINNEST = 1.6;

  private final Space space;
  private final double base;
  private final double height;
  private final Brush brush;
  private final long from;
  private final long size;
  private final double[][] means;
  private final double most;

  CrowdArea(View view, Space space, CrowdTrack crowd, double base, double height, Brush brush) {
    this.space = space;
    this.base = base;
    this.height = height;
    this.brush = brush;
    Timeline timeline = view.timeline();
    Bins bins = Bins.of(2 * space.scale().nsPerPixel());
    size = bins.size();
    from = bins.floor(Math.max(space.from(), timeline.start()));
    long to = Math.min(space.to(), timeline.now());
    int count = to <= from ? 0 : (int) Math.min(100_000, (to - from + size - 1) / size);
    means = new double[count][];
    for (int i = 0; i < count; i++) {
      long start = from + i * size;
      means[i] = crowd.means(start, Math.max(start + 1, Math.min(start + size, timeline.now())));
    }
    most = Math.max(1, crowd.most());
  }

  void draw() {
    double[] floor = new double[means.length];
    for (ThreadState state : ORDER) {
      layer(state, floor);
    }
    line(floor);
    running();
    words();
  }

  private double x(int bin) {
    return space.x(from + bin * size);
  }

  private double y(double threads) {
    return base - threads / most * height;
  }

  /** One state's area above {@code floor}, which is raised by it. */
  private void layer(ThreadState state, double[] floor) {
    int s = state.ordinal();
    for (int i = 0; i < means.length; ) {
      if (means[i][s] <= 0) {
        i++;
        continue;
      }
      int first = i;
      Points area = new Points();
      for (; i < means.length && means[i][s] > 0; i++) {
        double y = y(floor[i] + means[i][s]);
        area.add(x(i), y).add(x(i + 1), y);
      }
      for (int back = i - 1; back >= first; back--) {
        double y = y(floor[back]);
        area.add(x(back + 1), y).add(x(back), y);
        floor[back] += means[back][s];
      }
      brush.seen(state);
      brush.area(area, Role.of(state), 1);
    }
  }

  private void line(double[] all) {
    Points line = new Points();
    for (int i = 0; i < all.length; i++) {
      line.add(x(i), y(all[i])).add(x(i + 1), y(all[i]));
    }
    brush.path(line, Role.MUTED, 0.8);
  }

  private void running() {
    int running = ThreadState.RUNNING.ordinal();
    for (int i = 0; i < means.length; i++) {
      int first = i;
      while (i < means.length && means[i][running] > 0) {
        i++;
      }
      if (i > first) {
        brush.fill(x(first), base - THINNEST, x(i) - x(first), THINNEST, 0, Role.RUNNING);
      }
    }
  }

  /** In each area that is high enough, where it is highest, what it is. */
  private void words() {
    for (ThreadState state : ORDER) {
      int best = -1;
      for (int i = 0; i < means.length; i++) {
        if (best < 0 || means[i][state.ordinal()] > means[best][state.ordinal()]) {
          best = i;
        }
      }
      if (best < 0 || means[best][state.ordinal()] / most * height < 13) {
        continue;
      }
      double below = 0;
      for (ThreadState lower : ORDER.subList(0, ORDER.indexOf(state))) {
        below += means[best][lower.ordinal()];
      }
      int[] reach = reach(state.ordinal(), best);
      word(state, reach, y(below + means[best][state.ordinal()] / 2));
    }
  }

  /** The bins around the highest where the area is still nearly as high. */
  private int[] reach(int state, int best) {
    double enough = means[best][state] * 0.7;
    int first = best;
    int last = best;
    while (first > 0 && means[first - 1][state] >= enough) {
      first--;
    }
    while (last + 1 < means.length && means[last + 1][state] >= enough) {
      last++;
    }
    return new int[] {first, last};
  }

  private void word(ThreadState state, int[] reach, double y) {
    double left = Math.max(space.left(), x(reach[0]));
    double right = Math.min(space.right(), x(reach[1] + 1));
    String text = CrowdBand.inWords(state);
    double width = brush.width(Face.SMALL, text) + 8;
    if (right - left >= width) {
      double x = left + (right - left - width) / 2;
      brush.words(x + 4, y, text, Face.SMALL, Role.on(state));
    }
  }
}

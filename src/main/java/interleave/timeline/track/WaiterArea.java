package interleave.timeline.track;

import interleave.timeline.Waiting;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.lod.Bins;

/** How many threads wait for a track, as a stepped area. */
final class WaiterArea {
  private static final int STEPS_PER_PIXEL = 2;

  private WaiterArea() {}

  static void draw(
      Space space, Waiting track, double base, double height, long now, Role role, Brush brush) {
    int first = firstStepAfter(track, space.from());
    int last = firstStepAfter(track, space.to());
    double width = space.right() - space.left();
    Points line =
        last - first > width * STEPS_PER_PIXEL
            ? summed(space, track, base, height, now)
            : steps(space, track, first, last, base, height, now);
    if (line.size() > 1) {
      Points area = new Points();
      double[] corners = line.array();
      area.add(corners[0], base);
      for (int i = 0; i < corners.length; i += 2) {
        area.add(corners[i], corners[i + 1]);
      }
      area.add(line.lastX(), base);
      brush.area(area, role, 0.28);
      brush.path(line, role, 1.2);
    }
  }

  private static Points steps(
      Space space, Waiting track, int first, int last, double base, double height, long now) {
    Points line = new Points();
    double unit = height / Math.max(1, most(track, first, last, space.from()));
    double left = space.left() - 4;
    int count = track.waitingAt(space.from());
    line.add(left, base - count * unit);
    for (int i = first; i < last; i++) {
      double x = space.x(track.waiterStepTime(i));
      line.add(x, base - count * unit);
      count = track.waiterStepCount(i);
      line.add(x, base - count * unit);
    }
    line.add(Math.min(space.right() + 4, space.x(now)), base - count * unit);
    return line;
  }

  private static int most(Waiting track, int first, int last, long from) {
    int most = track.waitingAt(from);
    for (int i = first; i < last; i++) {
      most = Math.max(most, track.waiterStepCount(i));
    }
    return most;
  }

  /** Too many steps to tell apart: the mean of each bin. */
  private static Points summed(Space space, Waiting track, double base, double height, long now) {
    Bins bins = Bins.of(2 * space.scale().nsPerPixel());
    long from = bins.floor(space.from());
    long to = Math.min(space.to(), now);
    double most = 1;
    for (long t = from; t < to; t += bins.size()) {
      most = Math.max(most, track.meanWaiting(t, t + bins.size()));
    }
    Points line = new Points();
    for (long t = from; t < to; t += bins.size()) {
      double y = base - track.meanWaiting(t, t + bins.size()) / most * height;
      line.add(space.x(t), y).add(space.x(t + bins.size()), y);
    }
    return line;
  }

  private static int firstStepAfter(Waiting track, long time) {
    int low = 0;
    int high = track.waiterSteps();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (track.waiterStepTime(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

package interleave.timeline.draw;

import interleave.timeline.LockTrack;
import interleave.timeline.lod.Bins;

/** How many threads wait for a lock, as a stepped area. */
final class WaiterArea {
  private static final int STEPS_PER_PIXEL = 2;

  private WaiterArea() {}

  static void draw(Space space, LockTrack lock, double base, double height, long now, Brush brush) {
    int first = firstStepAfter(lock, space.from());
    int last = firstStepAfter(lock, space.to());
    double width = space.right() - space.left();
    Points line =
        last - first > width * STEPS_PER_PIXEL
            ? summed(space, lock, base, height, now)
            : steps(space, lock, first, last, base, height, now);
    if (line.size() > 1) {
      Points area = new Points();
      double[] corners = line.array();
      area.add(corners[0], base);
      for (int i = 0; i < corners.length; i += 2) {
        area.add(corners[i], corners[i + 1]);
      }
      area.add(line.lastX(), base);
      brush.area(area, Role.LOCK_WAIT, 0.28);
      brush.path(line, Role.LOCK_WAIT, 1.2);
    }
  }

  private static Points steps(
      Space space, LockTrack lock, int first, int last, double base, double height, long now) {
    Points line = new Points();
    double unit = height / Math.max(1, most(lock, first, last, space.from()));
    double left = space.left() - 4;
    int count = lock.waitingAt(space.from());
    line.add(left, base - count * unit);
    for (int i = first; i < last; i++) {
      double x = space.x(lock.waiterStepTime(i));
      line.add(x, base - count * unit);
      count = lock.waiterStepCount(i);
      line.add(x, base - count * unit);
    }
    line.add(Math.min(space.right() + 4, space.x(now)), base - count * unit);
    return line;
  }

  private static int most(LockTrack lock, int first, int last, long from) {
    int most = lock.waitingAt(from);
    for (int i = first; i < last; i++) {
      most = Math.max(most, lock.waiterStepCount(i));
    }
    return most;
  }

  /** Too many steps to tell apart: the mean of each bin. */
  private static Points summed(Space space, LockTrack lock, double base, double height, long now) {
    Bins bins = Bins.of(2 * space.scale().nsPerPixel());
    long from = bins.floor(space.from());
    long to = Math.min(space.to(), now);
    double most = 1;
    for (long t = from; t < to; t += bins.size()) {
      most = Math.max(most, lock.meanWaiting(t, t + bins.size()));
    }
    Points line = new Points();
    for (long t = from; t < to; t += bins.size()) {
      double y = base - lock.meanWaiting(t, t + bins.size()) / most * height;
      line.add(space.x(t), y).add(space.x(t + bins.size()), y);
    }
    return line;
  }

  private static int firstStepAfter(LockTrack lock, long time) {
    int low = 0;
    int high = lock.waiterSteps();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lock.waiterStepTime(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

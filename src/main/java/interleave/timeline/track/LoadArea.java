package interleave.timeline.track;

import interleave.timeline.PoolTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;

/** How many tasks of a pool wait, as a stepped area, and how many run, as a line within it. */
final class LoadArea {
  private static final int STEPS_PER_PIXEL = 2;

  private LoadArea() {}

  static void draw(View view, Space space, PoolTrack.Load load, double top, double base, Brush b) {
    int first = load.at(space.from()) + 1;
    int last = load.at(space.to()) + 1;
    double room = Math.max(1, (space.right() - space.left()) * STEPS_PER_PIXEL);
    int every = 1 + (int) ((last - first) / room);
    int most = 1;
    for (int i = Math.max(0, first - 1); i < last; i += every) {
      most = Math.max(most, Math.max(load.waiting(i), load.running(i)));
    }
    double unit = (base - top) / Math.max(2, most);
    double end = Math.min(space.right() + 4, space.x(view.timeline().now()));
    Points waiting = new Points();
    Points running = new Points();
    double left = Math.min(space.left() - 4, end);
    int before = first - 1;
    double waits = base - (before < 0 ? 0 : load.waiting(before)) * unit;
    double runs = base - (before < 0 ? 0 : load.running(before)) * unit;
    waiting.add(left, base).add(left, waits);
    running.add(left, runs);
    // Of too many steps to tell apart those with a round number are drawn, whichever the window.
    for (int i = first + Math.floorMod(-first, every); i < last; i += every) {
      double x = space.x(load.time(i));
      waiting.add(x, waits);
      running.add(x, runs);
      waits = base - load.waiting(i) * unit;
      runs = base - load.running(i) * unit;
      waiting.add(x, waits);
      running.add(x, runs);
    }
    b.area(waiting.add(end, waits).add(end, base), Role.QUEUE_WAIT, 0.3);
    b.path(running.add(end, runs), Role.RUNNING, 1.4);
  }
}

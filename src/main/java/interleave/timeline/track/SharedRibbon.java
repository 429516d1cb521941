package interleave.timeline.track;

import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ribbon of a lock that several threads may have at once: each holder gets the first row that
 * is free, and one that has the lock alone the whole height. Reads without the lock are hollow, and
 * those that were in vain end in a red ring.
 *
 * <pre>
 *   ▄▄▄▄▄▄▄▄▄     ████ ▭▭▭▭▭▭◯
 *      ▄▄▄▄▄▄▄▄▄▄ ████   ▭▭▭▭▭▭▭
 * </pre>
 */
final class SharedRibbon {
  private static final int MOST_ROWS = 6;
  private static final int LOOK_BACK = 128;
  private static final double RING = 3.5;

  private final View view;
  private final Space space;
  private final LockTrack lock;
  private final Brush brush;

  private SharedRibbon(View view, Space space, LockTrack lock, Brush brush) {
    this.view = view;
    this.space = space;
    this.lock = lock;
    this.brush = brush;
  }

  /** One that has the lock, or reads without it. */
  private record Use(int lane, long start, long end, boolean alone, boolean reads, boolean vain) {}

  /** False where there is too much to tell apart, and nothing was drawn. */
  static boolean draw(View view, Space space, LockTrack lock, double y, double h, Brush brush) {
    if (lock.mostSharing() < 2 && lock.optimisticReads() == 0) {
      return false;
    }
    SharedRibbon ribbon = new SharedRibbon(view, space, lock, brush);
    List<Use> uses = ribbon.uses();
    if (uses.size() > space.right() - space.left()) {
      return false;
    }
    ribbon.draw(uses, y, h);
    return true;
  }

  private List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    LockTrack.Holds holds = lock.holds();
    int last = holds.at(space.to());
    for (int i = Math.max(0, holds.at(space.from()) - LOOK_BACK); i <= last; i++) {
      if (holds.end(i) >= space.from()) {
        uses.add(
            new Use(holds.lane(i), holds.start(i), holds.end(i), !holds.shared(i), false, false));
      }
    }
    int lastRead = lock.optimisticReadAt(space.to());
    int first = Math.max(0, lock.optimisticReadAt(space.from()) - LOOK_BACK);
    for (int i = first; i <= lastRead; i++) {
      LockTrack.OptimisticRead read = lock.optimisticRead(i);
      if (read.end() >= space.from()) {
        uses.add(new Use(read.lane(), read.start(), read.end(), false, true, read.vain()));
      }
    }
    uses.sort(Comparator.comparingLong(Use::start));
    return uses;
  }

  private void draw(List<Use> uses, double y, double h) {
    int[] rowOf = new int[uses.size()];
    long[] free = new long[MOST_ROWS];
    int rows = 1;
    for (int i = 0; i < uses.size(); i++) {
      Use use = uses.get(i);
      int row = 0;
      while (row < MOST_ROWS - 1 && free[row] > use.start()) {
        row++;
      }
      if (!use.alone()) {
        free[row] = use.end();
        rowOf[i] = row;
        rows = Math.max(rows, row + 1);
      }
    }
    double tall = h / rows;
    for (int i = 0; i < uses.size(); i++) {
      Use use = uses.get(i);
      use(use, use.alone() ? y : y + rowOf[i] * tall, use.alone() ? h : tall - (rows > 1 ? 1 : 0));
    }
  }

  private void use(Use use, double y, double h) {
    double x = Math.max(space.x(use.start()), space.left() - 8);
    double right = Math.min(space.x(view.closed(use.end())), space.right() + 8);
    double w = Math.max(1, right - x - 0.8);
    brush.seenThread(use.lane());
    if (use.reads()) {
      brush.outline(x + 0.5, y + 0.5, Math.max(1, w - 1), h - 1, 1, view.thread(use.lane()), 1.2);
      if (use.vain()) {
        brush.ring(right, y + h / 2, RING, Role.BACKGROUND, Role.RED, 1.6);
      }
      return;
    }
    brush.fill(x, y, w, h, w > 6 && h > 6 ? 2 : 0, view.thread(use.lane()));
    if (h > 12 && w > 30) {
      brush.words(
          (x + right) / 2,
          y + h / 2,
          view.timeline().lanes().get(use.lane()).name(),
          Face.SMALL,
          view.onThread(use.lane()),
          w - 8,
          Mark.Align.CENTER);
    }
    if (view.lit(new ThingRef.Hold(lock.index(), use.start()))) {
      brush.outline(x, y, Math.max(2, w), h, 1, Role.TEXT, 2);
    }
  }
}

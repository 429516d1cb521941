package interleave.timeline.tableau;

import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the boxes of a stage stand. Who puts stands left of what is shared, who gets right of it;
 * others are spread to both sides; who shares nothing stands at the far left.
 *
 * <pre>
 *   far        left        shared        right
 *   [Parent]   [Writer] -> (queue)   ->  [Reader]
 *              [T 1]    -- (lock)    --  [T 2]
 *                          [variable]
 * </pre>
 *
 * @param round whether they stand in a ring, and lines lead straight from one to the next
 */
public record TableauLayout(
    Map<Integer, Box> actors, Map<ThingRef, Box> shared, double height, boolean round) {
  private static final double GAP = 14;
  private static final double AISLE = 54;
  private static final double TALL = 52;
  private static final double WIDEST = 210;
  private static final double NARROWEST = 104;
  private static final double READABLE = 84;
  private static final int MOST_ROWS = 6;

  /** In less than this, what is shared is smaller, so that threads have room for their names. */
  private static final double TIGHT = 400;

  private static final int FREE_ROWS = 4;

  /** Below a variable whose updates are lost: that one was. Below the last there is room anyway. */
  private static final double NOTE = 18;

  /** A rectangle. */
  public record Box(double x, double y, double w, double h) {
    public double right() {
      return x + w;
    }

    public double bottom() {
      return y + h;
    }

    public double centerX() {
      return x + w / 2;
    }

    public double centerY() {
      return y + h / 2;
    }

    public boolean touches(Box other) {
      return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
  }

  /**
   * The layout within {@code width} from {@code left}, below {@code top}; with no more rows of
   * boxes than fit into {@code height}.
   */
  public static TableauLayout of(
      Tableau stage, double left, double top, double width, double height) {
    int rows = (int) Math.max(1, Math.min(MOST_ROWS, (height + GAP) / (TALL + GAP)));
    TableauLayout round = RoundTable.of(stage, left, top, width, height);
    return round != null ? round : new Plan(stage, left, top, width).layout(rows);
  }

  /** Whether nothing is too narrow to be read, or too high. */
  public boolean fits(double limit) {
    return height <= limit && actors.values().stream().allMatch(box -> box.w() >= READABLE);
  }

  private static final class Plan {
    private final Tableau stage;
    private final double left;
    private final double top;
    private final double width;
    private final List<Integer> far = new ArrayList<>();
    private final List<Integer> before = new ArrayList<>();
    private final List<Integer> after = new ArrayList<>();

    /** How wide and high what is shared is, and how much is free below it. */
    private final Map<ThingRef, double[]> sizes = new LinkedHashMap<>();

    Plan(Tableau stage, double left, double top, double width) {
      this.stage = stage;
      this.left = left;
      this.top = top;
      this.width = width;
      double pipe = width < 820 ? 150 : 190;
      for (Tableau.Pipe each : stage.queues()) {
        sizes.put(each.thing(), new double[] {pipe, TableauPipe.height(each, pipe), GAP});
      }
      boolean tight = width < TIGHT;
      double pill = tight ? 120 : 148;
      stage.locks().forEach(l -> sizes.put(l.thing(), new double[] {pill, 44, GAP}));
      boolean big = stage.actors().stream().anyMatch(actor -> actor.copy() != null);
      for (Tableau.Cell each : stage.variables()) {
        double below = GAP + (each.loses() ? NOTE : 0);
        sizes.put(
            new ThingRef.Variable(each.variable()),
            big
                ? new double[] {tight ? 120 : 170, 62, below}
                : new double[] {tight ? 130 : 190, 34, below});
      }
      sides();
    }

    /** Of all that is shared, without what is free below the last. */
    private double sharedHeight() {
      double height = 0;
      double below = 0;
      for (double[] size : sizes.values()) {
        height += below + size[1];
        below = size[2];
      }
      return height;
    }

    private void sides() {
      Set<Integer> putters = new HashSet<>();
      Set<Integer> getters = new HashSet<>();
      Set<Integer> sharing = new HashSet<>();
      for (Tableau.Pipe pipe : stage.queues()) {
        putters.addAll(pipe.putters());
        getters.addAll(pipe.getters());
      }
      for (Tableau.Pill pill : stage.locks()) {
        sharing.addAll(pill.holders());
        sharing.addAll(pill.waiters());
      }
      boolean queues = !stage.queues().isEmpty();
      boolean shared = !stage.locks().isEmpty() || !stage.variables().isEmpty();
      for (Tableau.Actor actor : stage.actors()) {
        int lane = actor.lane();
        if (queues && putters.contains(lane) && !getters.contains(lane)) {
          before.add(lane);
        } else if (queues && getters.contains(lane)) {
          after.add(lane);
        } else if (queues && !sharing.contains(lane) || idle(actor) && shared) {
          far.add(lane);
        } else if (sizes.isEmpty()) {
          before.add(lane);
        } else {
          (before.size() <= after.size() ? before : after).add(lane);
        }
      }
    }

    /** Threads that only wait for others to end, such as main, stand aside. */
    private static boolean idle(Tableau.Actor actor) {
      return actor.state() == ThreadState.JOINING && actor.copy() == null;
    }

    TableauLayout layout(int mostRows) {
      double sharedWidth = sizes.values().stream().mapToDouble(s -> s[0]).max().orElse(0);
      // Where there is something to draw lines to, boxes below each other leave them a free way.
      int tallest = Math.max(before.size(), after.size());
      int rows = sizes.isEmpty() ? 1 : Math.clamp(tallest, 1, Math.min(mostRows, FREE_ROWS));
      double box = boxWidth(rows, sharedWidth);
      while (box < NARROWEST && rows < mostRows) {
        rows++;
        box = boxWidth(rows, sharedWidth);
      }
      if (box < NARROWEST && stage.queues().isEmpty()) {
        gather();
        rows = Math.clamp(before.size(), 1, mostRows);
        box = boxWidth(rows, sharedWidth);
      }
      double w = Math.max(40, Math.min(WIDEST, box));
      double tall = columnHeight(Math.max(1, Math.min(rows, tallest())));
      double height = Math.max(tall, sharedHeight());
      return place(rows, w, sharedWidth, height);
    }

    /** All at one side: that leaves the most room, and nothing goes through what they share. */
    private void gather() {
      before.addAll(0, far);
      before.addAll(after);
      far.clear();
      after.clear();
      Collections.sort(before);
    }

    private int tallest() {
      return Math.max(far.size(), Math.max(before.size(), after.size()));
    }

    private static double columnHeight(int rows) {
      return rows * TALL + (rows - 1) * GAP;
    }

    private static int columns(List<Integer> group, int rows) {
      return (group.size() + rows - 1) / rows;
    }

    /** How wide boxes may be when they stand in so many rows. */
    private double boxWidth(int rows, double sharedWidth) {
      int columns = columns(far, rows) + columns(before, rows) + columns(after, rows);
      int inner =
          Math.max(0, columns(far, rows) - 1)
              + Math.max(0, columns(before, rows) - 1)
              + Math.max(0, columns(after, rows) - 1);
      double aisles = AISLE * aisles(rows);
      return columns == 0 ? WIDEST : (width - sharedWidth - aisles - inner * GAP) / columns;
    }

    private int aisles(int rows) {
      int groups =
          (far.isEmpty() ? 0 : 1)
              + (before.isEmpty() ? 0 : 1)
              + (after.isEmpty() ? 0 : 1)
              + (sizes.isEmpty() ? 0 : 1);
      return Math.max(0, groups - 1);
    }

    private TableauLayout place(int rows, double w, double sharedWidth, double height) {
      Map<Integer, Box> actors = new HashMap<>();
      Map<ThingRef, Box> shared = new HashMap<>();
      int columns = columns(far, rows) + columns(before, rows) + columns(after, rows);
      int groups = aisles(rows) + 1;
      double used = columns * w + Math.max(0, columns - groups) * GAP + sharedWidth;
      double aisle = Math.min(2.2 * AISLE, (width - used) / Math.max(1, groups - 1));
      aisle = Math.max(groups > 1 ? 20 : 0, aisle);
      double total = used + aisle * (groups - 1);
      double x = left + Math.max(0, (width - total) / 2);
      x = column(far, rows, x, w, height, aisle, actors);
      x = column(before, rows, x, w, height, aisle, actors);
      if (!sizes.isEmpty()) {
        shared(x, sharedWidth, height, shared);
        x += sharedWidth + aisle;
      }
      column(after, rows, x, w, height, aisle, actors);
      return new TableauLayout(actors, shared, height, false);
    }

    private double column(
        List<Integer> group,
        int rows,
        double from,
        double w,
        double height,
        double aisle,
        Map<Integer, Box> boxes) {
      double x = from;
      for (int start = 0; start < group.size(); start += rows) {
        int end = Math.min(group.size(), start + rows);
        double y = top + (height - columnHeight(end - start)) / 2;
        for (int lane : group.subList(start, end)) {
          boxes.put(lane, new Box(x, y, w, TALL));
          y += TALL + GAP;
        }
        x += w + (end < group.size() ? GAP : aisle);
      }
      return x;
    }

    private void shared(double x, double width, double height, Map<ThingRef, Box> boxes) {
      double y = top + (height - sharedHeight()) / 2;
      for (Map.Entry<ThingRef, double[]> entry : sizes.entrySet()) {
        double[] size = entry.getValue();
        boxes.put(entry.getKey(), new Box(x + (width - size[0]) / 2, y, size[0], size[1]));
        y += size[1] + size[2];
      }
    }
  }
}

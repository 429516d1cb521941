package interleave.timeline.track;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.ChipRows;
import interleave.timeline.track.TrackKind.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a pool as a bar each, hatched while they wait, in the colour of their thread while
 * they run. Arrows lead from what had to end to what could start then:
 *
 * <pre>
 *   |####price####|.
 *   |##rate##|.    |
 *   |/////////'----+|##combine##|
 * </pre>
 */
record TaskBars(PoolTrack pool, int[] rows, int used) {
  private static final double BAR = 17;
  private static final double LINE = 20;
  private static final double PAD = 8;

  /** A bar in which there is no room for a name. */
  private static final double SHORT = 30;

  private static final int MOST_ROWS = 8;
  private static final int MOST_ROWS_OF_GRAPH = 18;
  private static final int MOST_TASKS = 300;

  /** Of more tasks than this arrows are drawn for the selected one only. */
  private static final int MOST_WITH_ARROWS = 40;

  /** Null where there are too many to be drawn so. */
  static @Nullable TaskBars of(Timeline timeline, PoolTrack pool) {
    if (pool.tasks().size() > MOST_TASKS || pool.forks()) {
      return null;
    }
    boolean graph = pool.tasks().stream().anyMatch(task -> !task.before().isEmpty());
    ChipRows chips = new ChipRows(graph ? MOST_ROWS_OF_GRAPH : MOST_ROWS, 0);
    int[] rows = new int[pool.tasks().size()];
    for (int i = 0; i < rows.length; i++) {
      PoolTrack.Task task = pool.tasks().get(i);
      long from = Math.min(task.submitted(), task.started());
      long to = task.ended() == Timeline.OPEN ? timeline.now() : task.ended();
      rows[i] = chips.place(from - timeline.start(), Math.max(1, to - from));
      if (rows[i] < 0) {
        return null;
      }
    }
    return new TaskBars(pool, rows, Math.max(1, chips.used()));
  }

  double height() {
    return 2 * PAD + used * LINE - (LINE - BAR);
  }

  private double top(Slot slot, int task) {
    return slot.y() + PAD + rows[task] * LINE;
  }

  void draw(View view, Space space, Slot slot, Brush brush) {
    for (PoolTrack.Task task : pool.tasks()) {
      bar(view, space, task, top(slot, task.index()), brush);
    }
    boolean all = pool.tasks().size() <= MOST_WITH_ARROWS;
    for (PoolTrack.Task task : pool.tasks()) {
      for (int before : task.before()) {
        boolean lit = lit(view, task.index()) || lit(view, before);
        if (all || lit) {
          arrow(view, space, slot, pool.tasks().get(before), task, lit, brush);
        }
      }
    }
  }

  private boolean lit(View view, int task) {
    return view.lit(new ThingRef.Task(pool.index(), task));
  }

  private void bar(View view, Space space, PoolTrack.Task task, double y, Brush brush) {
    double limit = space.left() - 8;
    long from = Math.min(task.submitted(), task.started());
    double submitted = Math.max(limit, space.x(from));
    double started = Math.max(limit, space.x(view.closed(task.started())));
    double ended = Math.min(space.right() + 8, space.x(view.closed(task.ended())));
    if (ended < space.left() || submitted > space.right()) {
      return;
    }
    boolean ran = task.started() != Timeline.OPEN;
    double waited = Math.min(ran ? started : ended, ended) - submitted;
    brush.state(submitted, y, waited, BAR, ThreadState.QUEUE_WAIT, submitted);
    boolean bad = task.failed() || task.lost();
    Role role = bad ? Role.RED : view.thread(Math.max(0, task.lane()));
    if (ran) {
      brush.fill(started, y, Math.max(1.5, ended - started - 0.8), BAR, 3, role);
      Role on = bad ? Role.ON_RED : view.onThread(Math.max(0, task.lane()));
      if (ended - started > SHORT || waited < ended - started) {
        words(space, task, on, y, started, ended, brush);
      } else {
        words(space, task, Role.ON_QUEUE_WAIT, y, submitted, started, brush);
      }
    } else {
      words(space, task, Role.ON_QUEUE_WAIT, y, submitted, ended, brush);
    }
    ThingRef thing = new ThingRef.Task(pool.index(), task.index());
    if (view.lit(thing)) {
      brush.outline(submitted, y, ended - submitted, BAR, 3, Role.ACCENT, 2);
    }
    double width = Math.max(4, ended - submitted);
    brush.hits().rect(submitted, y, width, BAR, Hit.of(Part.SPAN, thing));
  }

  private static void words(
      Space space, PoolTrack.Task task, Role role, double y, double from, double to, Brush b) {
    double left = Math.max(from, space.left());
    double room = Math.min(to, space.right()) - left - 10;
    if (room <= 16) {
      return;
    }
    if (role == Role.ON_QUEUE_WAIT) {
      double shown = Math.min(room, b.width(Face.SMALL, task.name()));
      b.fill(left + 3, y + 2, shown + 6, BAR - 4, 3, Role.QUEUE_WAIT_GROUND);
    }
    b.words(left + 6, y + BAR / 2, task.name(), Face.SMALL, role, room, Mark.Align.LEFT);
  }

  /** From the end of what had to end to where the other began to run, or would have. */
  private void arrow(
      View view,
      Space space,
      Slot slot,
      PoolTrack.Task before,
      PoolTrack.Task task,
      boolean lit,
      Brush brush) {
    if (before.ended() == Timeline.OPEN) {
      return;
    }
    long to = task.started() != Timeline.OPEN ? task.started() : view.closed(task.ended());
    double x1 = space.x(before.ended());
    double x2 = space.x(Math.max(to, before.ended()));
    if (x2 < space.left() || x1 > space.right()) {
      return;
    }
    double y1 = top(slot, before.index()) + BAR / 2;
    double y2 = top(slot, task.index());
    boolean down = y2 > y1;
    double tip = down ? y2 - 1 : y2 + BAR + 1;
    double start = Math.max(space.left() - 40, x1);
    double end = Math.min(space.right() + 40, x2);
    Role role = lit ? Role.ACCENT : Role.MESSAGE;
    brush.curve(
        new Mark.Curve(
            start,
            y1 + (down ? BAR / 2 : -BAR / 2),
            start,
            y1 + (tip - y1) * 0.7,
            end,
            y1 + (tip - y1) * 0.5,
            end,
            tip,
            role,
            lit ? 2 : 1.2,
            Mark.Stroke.SOLID,
            true));
  }
}

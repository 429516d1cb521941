package interleave.timeline.track;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.Detail;
import interleave.timeline.lod.Piece;
import interleave.timeline.track.TrackKind.Slot;
import interleave.words.Words;
import java.util.List;

/**
 * A pool with many tasks: how many wait and run, and below that a row for each worker with what it
 * runs. A task has the colour of the worker that forked it, so one that was stolen has another than
 * its neighbours; an arrow shows from where it came:
 *
 * <pre>
 *   waiting  __/''\__/'\___
 *   worker-1 |1111|111|1111
 *                \
 *   worker-2 |2222|v11|22
 * </pre>
 */
final class PoolRows {
  private static final Words WORDS = Words.of("timeline/pools");
  private static final double HEAD = 62;
  private static final double BAR = 16;
  private static final double LINE = 20;
  private static final double PAD = 7;
  private static final int MOST_ROWS = 10;
  private static final int MOST_ARROWS = 150;

  private PoolRows() {}

  static double height(PoolTrack pool) {
    return HEAD + (rows(pool) + (hidden(pool) > 0 ? 1 : 0)) * LINE + PAD;
  }

  /** Where each task has a thread to itself, rows of theirs would say nothing. */
  private static int rows(PoolTrack pool) {
    int workers = pool.workers().size();
    return workers > MOST_ROWS && workers * 2 > pool.tasks().size()
        ? 0
        : Math.min(MOST_ROWS, workers);
  }

  /** Workers without a row, where others have one. */
  private static int hidden(PoolTrack pool) {
    return rows(pool) == 0 ? 0 : pool.workers().size() - rows(pool);
  }

  private static double middle(Slot slot, int row) {
    return slot.y() + HEAD + row * LINE + BAR / 2;
  }

  /** The workers' names, beside their rows. */
  static void names(View view, Slot slot, PoolTrack pool, Brush brush) {
    double right = view.frame().trackLeft() - 10;
    double width = view.frame().gutter() - 30;
    for (int row = 0; row < rows(pool); row++) {
      int lane = pool.workers().get(row).lane();
      String name = brief(LearnerNames.thread(view.timeline(), view.timeline().lanes().get(lane)));
      double y = middle(slot, row);
      brush.words(right - 12, y, name, Face.SMALL, Role.MUTED, width, Mark.Align.RIGHT);
      brush.fill(right - 7, y - 5, 7, 10, 2, view.thread(lane));
      ThingRef thing = new ThingRef.Lane(lane);
      brush.hits().rect(right - width, y - LINE / 2, width, LINE, Hit.of(Part.NAME, thing));
    }
    if (hidden(pool) > 0) {
      String more = WORDS.get("workers", hidden(pool));
      double y = middle(slot, rows(pool));
      brush.words(right, y, more, Face.SMALL, Role.MUTED, width, Mark.Align.RIGHT);
    }
  }

  /** {@code worker-3} of {@code ForkJoinPool-1-worker-3}. */
  private static String brief(String name) {
    int worker = name.indexOf("worker-");
    int thread = name.indexOf("thread-");
    return worker > 0 ? name.substring(worker) : thread > 0 ? name.substring(thread) : name;
  }

  static void draw(View view, Space space, Slot slot, PoolTrack pool, Brush brush) {
    LoadArea.draw(view, space, pool.load(), slot.y() + 6, slot.y() + HEAD - 6, brush);
    Bins bins = Bins.of(space.scale().nsPerPixel());
    for (int row = 0; row < rows(pool); row++) {
      PoolTrack.Worker worker = pool.workers().get(row);
      double y = middle(slot, row) - BAR / 2;
      long now = view.timeline().now();
      List<Piece> pieces = Detail.of(new Runs(worker), bins, space.from(), space.to(), now);
      for (Piece piece : pieces) {
        piece(view, space, pool, worker, piece, y, brush);
      }
      area(space, pool, worker, y, brush);
    }
    thefts(view, space, slot, pool, brush);
  }

  private static void piece(
      View view,
      Space space,
      PoolTrack pool,
      PoolTrack.Worker worker,
      Piece piece,
      double y,
      Brush brush) {
    double left = Math.max(space.left() - 8, space.x(piece.from()));
    double right = Math.min(space.right() + 8, space.x(piece.to()));
    double width = right - left - (piece.single() && right - left > 3 ? 0.8 : 0);
    Role role = view.thread(piece.key());
    if (!piece.single()) {
      brush.fill(left, y, width, BAR, 0, role);
      return;
    }
    PoolTrack.Task task = pool.tasks().get(worker.task(piece.index()));
    boolean bad = task.failed() || task.lost();
    brush.fill(left, y, width, BAR, 2, bad ? Role.RED : role);
    ThingRef thing = new ThingRef.Task(pool.index(), task.index());
    if (view.lit(thing)) {
      brush.outline(left, y, width, BAR, 2, Role.ACCENT, 2);
    } else if (task.stolen() && width > 6) {
      brush.outline(left + 0.7, y + 0.7, width - 1.4, BAR - 1.4, 2, Role.TEXT, 1.2);
    }
    double from = Math.max(left, space.left());
    double room = Math.min(right, space.right()) - from - 9;
    if (room > 18) {
      Role on = bad ? Role.ON_RED : view.onThread(piece.key());
      brush.words(from + 5, y + BAR / 2, task.name(), Face.SMALL, on, room, Mark.Align.LEFT);
    }
  }

  /** Finds the run under the pointer. */
  private static void area(
      Space space, PoolTrack pool, PoolTrack.Worker worker, double y, Brush brush) {
    brush
        .hits()
        .area(
            space.left(),
            y,
            space.right() - space.left(),
            BAR,
            (px, py) -> {
              long time = space.scale().time(px);
              int run = worker.at(time);
              return run >= 0 && worker.end(run) > time
                  ? Hit.of(Part.SPAN, new ThingRef.Task(pool.index(), worker.task(run)))
                  : Hit.of(Part.TRACK, new ThingRef.Pool(pool.index()));
            });
  }

  private static void thefts(View view, Space space, Slot slot, PoolTrack pool, Brush brush) {
    int first = pool.thefts().firstAt(space.from());
    int last = pool.thefts().firstAt(space.to());
    int every = 1;
    while ((last - first) / every > MOST_ARROWS) {
      every *= 2;
    }
    for (int i = first + Math.floorMod(-first, every); i < last; i += every) {
      PoolTrack.Task task = pool.tasks().get(pool.thefts().task(i));
      int from = row(pool, task.submitter());
      int to = row(pool, task.lane());
      if (from >= 0 && to >= 0) {
        theft(view, space, slot, pool, task, from, to, brush);
      }
    }
  }

  private static int row(PoolTrack pool, int lane) {
    for (int row = 0; row < rows(pool); row++) {
      if (pool.workers().get(row).lane() == lane) {
        return row;
      }
    }
    return -1;
  }

  private static void theft(
      View view,
      Space space,
      Slot slot,
      PoolTrack pool,
      PoolTrack.Task task,
      int from,
      int to,
      Brush brush) {
    boolean lit = view.lit(new ThingRef.Task(pool.index(), task.index()));
    double x1 = Math.max(space.left() - 60, space.x(task.submitted()));
    double x2 = space.x(task.started());
    boolean down = to > from;
    double y1 = middle(slot, from);
    double y2 = middle(slot, to) + (down ? -BAR / 2 : BAR / 2);
    Role role = lit ? Role.ACCENT : Role.TEXT;
    brush.ring(x1, y1, 2.6, Role.BACKGROUND, role, 1.3);
    brush.arrow(x1, y1, x2, y2, role, lit ? 2.2 : 1.2, Mark.Stroke.SOLID);
    Hit hit = Hit.of(Part.ARROW, new ThingRef.Task(pool.index(), task.index()));
    brush.hits().line(x1, y1, x2, y2, 3, hit);
  }

  /** The runs of a worker; keys are the lanes that forked them. */
  private record Runs(PoolTrack.Worker worker) implements interleave.timeline.lod.Sequence {
    private static final int SAMPLE = 32;

    @Override
    public int size() {
      return worker.runs();
    }

    @Override
    public long start(int i) {
      return worker.start(i);
    }

    @Override
    public long end(int i) {
      return worker.end(i);
    }

    @Override
    public int key(int i) {
      return Math.max(0, worker.origin(i));
    }

    @Override
    public int at(long time) {
      return worker.at(time);
    }

    /**
     * Looks at some runs, at places that stay the same while one pans, so that nothing flickers.
     */
    @Override
    public int dominant(long from, long to) {
      int last = worker.at(to - 1);
      int from0 = Math.max(0, worker.at(from));
      int stride = Math.max(1, Integer.highestOneBit(Math.max(1, last - from0 + 1)) / SAMPLE);
      int best = NOTHING;
      long most = 0;
      for (int i = from0 / stride * stride; i <= last; i += stride) {
        long end = worker.end(i) == Timeline.OPEN ? to : worker.end(i);
        long ns = Math.min(end, to) - Math.max(worker.start(i), from);
        if (ns > most) {
          most = ns;
          best = key(i);
        }
      }
      return best;
    }
  }

  /** How many tasks of a pool wait, as a stepped area, and how many run, as a line within it. */
  private static final class LoadArea {
    private static final int STEPS_PER_PIXEL = 2;

    private LoadArea() {}

    static void draw(
        View view, Space space, PoolTrack.Load load, double top, double base, Brush b) {
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
}

package interleave.timeline.tableau;

import interleave.timeline.Deadlock;
import interleave.timeline.ThingRef;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.tableau.TableauLayout.Box;
import interleave.words.Words;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a stage: who holds and waits, who puts and gets, who reads and writes. A line is
 * straight where nothing is in its way; else it goes over the boxes in between:
 *
 * <pre>
 *            .---------------.
 *   (pool) --+--&gt; [worker 1]   [worker 2]
 * </pre>
 */
final class TableauLinks {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final double AISLE = 20;
  private static final double ABOVE = 5;
  private static final double BESIDE = 5;

  private final TableauLayout layout;
  private final List<Deadlock> rings;
  private final IntUnaryOperator hues;
  private final Brush brush;
  private final TableauWords words;

  TableauLinks(TableauLayout layout, List<Deadlock> rings, IntUnaryOperator hues, Brush brush) {
    this.layout = layout;
    this.rings = rings;
    this.hues = hues;
    this.brush = brush;
    words = new TableauWords(brush);
    if (layout.round()) {
      layout.actors().values().forEach(words::keepClear);
      layout.shared().values().forEach(words::keepClear);
    }
  }

  void hold(int lane, ThingRef thing, Box lock, boolean holds) {
    Box actor = layout.actors().get(lane);
    if (actor != null) {
      boolean ring =
          thing instanceof ThingRef.Lock(int index)
              && rings.stream().anyMatch(each -> each.hasLane(lane) && each.hasLock(index));
      Role waits = thing instanceof ThingRef.Synchronizer ? Role.SYNC_WAIT : Role.LOCK_WAIT;
      Role role = ring ? Role.RED : holds ? Role.HOLD : waits;
      Mark.Stroke stroke = holds ? Mark.Stroke.SOLID : Mark.Stroke.DASHED;
      double[] route = route(actor, lock, holds ? 0 : BESIDE);
      draw(route, role, holds ? 3 : 2, stroke, ring && !holds);
      String word = WORDS.get(holds ? "stage.holds" : "stage.waits");
      words.add(route, word, Face.SMALL, Role.MUTED);
    }
  }

  void pipe(Tableau.Pipe pipe, Box queue) {
    for (int lane : pipe.putters()) {
      Box actor = layout.actors().get(lane);
      if (actor != null) {
        draw(route(actor, queue), Role.MESSAGE, 1.8, Mark.Stroke.SOLID, true);
      }
    }
    for (int lane : pipe.getters()) {
      Box actor = layout.actors().get(lane);
      if (actor != null) {
        draw(reversed(route(actor, queue)), Role.MESSAGE, 1.8, Mark.Stroke.SOLID, true);
      }
    }
  }

  void access(Tableau.Cell cell, Box variable) {
    Box actor = layout.actors().get(cell.lane());
    if (actor != null) {
      double[] route = route(actor, variable);
      double[] way = cell.write() ? route : reversed(route);
      draw(way, Role.thread(hues.applyAsInt(cell.lane())), 2, Mark.Stroke.SOLID, true);
      words.add(route, cell.moved(), Face.CODE_STRONG, Role.TEXT);
    }
  }

  /** Corners of the way from a thread's box to something shared. */
  private double[] route(Box actor, Box shared) {
    return route(actor, shared, 0);
  }

  /** The same, where it is not straight so far beside the ways of others. */
  private double[] route(Box actor, Box shared, double beside) {
    if (layout.round()) {
      return straight(actor, shared);
    }
    boolean right = shared.centerX() >= actor.centerX();
    double top = Math.max(actor.y(), shared.y()) + 8;
    double bottom = Math.min(actor.bottom(), shared.bottom()) - 8;
    // Level where both can be reached level.
    boolean level = top <= bottom;
    double y1 = level ? (top + bottom) / 2 : actor.centerY();
    double y2 = level ? y1 : shared.centerY();
    double x1 = right ? actor.right() + 3 : actor.x() - 3;
    double x2 = right ? shared.x() - 3 : shared.right() + 3;
    if (!blocked(actor, Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2))) {
      return new double[] {x1, y1, x2, y2};
    }
    double aisle = right ? shared.x() - AISLE - beside : shared.right() + AISLE + beside;
    double over = actor.y() - ABOVE - 0.8 * beside;
    double middle = shared.centerY() - 1.6 * beside;
    return new double[] {
      actor.centerX(), actor.y() - 2, actor.centerX(), over, aisle, over, aisle, middle, x2, middle
    };
  }

  /** From the edge of one to that of the other. */
  private static double[] straight(Box from, Box to) {
    double dx = to.centerX() - from.centerX();
    double dy = to.centerY() - from.centerY();
    double out = way(from, dx, dy);
    double in = way(to, dx, dy);
    return new double[] {
      from.centerX() + out * dx,
      from.centerY() + out * dy,
      to.centerX() - in * dx,
      to.centerY() - in * dy
    };
  }

  /** Which part of that way lies within the box, and a little around it. */
  private static double way(Box box, double dx, double dy) {
    double x = dx == 0 ? 1 : (box.w() / 2 + 3) / Math.abs(dx);
    double y = dy == 0 ? 1 : (box.h() / 2 + 3) / Math.abs(dy);
    return Math.min(1, Math.min(x, y));
  }

  private boolean blocked(Box actor, double left, double right, double top, double bottom) {
    Box way = new Box(left, top, right - left, Math.max(1, bottom - top));
    return layout.actors().values().stream()
        .anyMatch(other -> !other.equals(actor) && other.touches(way));
  }

  private void draw(double[] p, Role role, double t, Mark.Stroke stroke, boolean head) {
    for (int i = 0; i + 3 < p.length; i += 2) {
      words.keepClear(p[i], p[i + 1], p[i + 2], p[i + 3]);
      boolean last = i + 4 == p.length;
      if (last && head) {
        brush.arrow(p[i], p[i + 1], p[i + 2], p[i + 3], role, t, stroke);
      } else {
        brush.line(p[i], p[i + 1], p[i + 2], p[i + 3], role, t, stroke);
      }
    }
  }

  private static double[] reversed(double[] points) {
    double[] back = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      back[i] = points[points.length - 2 - i];
      back[i + 1] = points[points.length - 1 - i];
    }
    return back;
  }

  /** Everything between boxes, drawn before them. */
  static void draw(
      Tableau stage,
      TableauLayout layout,
      List<Deadlock> rings,
      IntUnaryOperator hues,
      Brush brush) {
    TableauLinks links = new TableauLinks(layout, rings, hues, brush);
    for (Tableau.Pill pill : stage.locks()) {
      Box lock = box(layout, pill.thing());
      if (lock != null) {
        pill.holders().forEach(lane -> links.hold(lane, pill.thing(), lock, true));
        pill.waiters().forEach(lane -> links.hold(lane, pill.thing(), lock, false));
      }
    }
    for (Tableau.Pipe pipe : stage.queues()) {
      Box queue = box(layout, pipe.thing());
      if (queue != null) {
        links.pipe(pipe, queue);
      }
    }
    for (Tableau.Cell cell : stage.variables()) {
      Box variable = box(layout, new ThingRef.Variable(cell.variable()));
      if (variable != null && variable.h() > 50) {
        links.access(cell, variable);
      }
    }
    links.words.write();
  }

  private static @Nullable Box box(TableauLayout layout, ThingRef thing) {
    return layout.shared().get(thing);
  }
}

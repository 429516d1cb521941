package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.lod.Bins;
import interleave.timeline.lod.LastAccess;
import interleave.timeline.track.TrackKind.Slot;
import java.util.HashMap;
import java.util.Map;

/**
 * The value of a variable as steps, its reads and writes as points in the colour of the thread.
 * From far away the range of values in each bin is drawn instead; close by a curve leads from each
 * read to the write that was computed from it.
 */
final class ValueLine {
  private static final double POINT = 5;
  private static final double NEAR = 7;
  private static final double LABEL_GAP = 6;
  private static final double LABEL_WIDTH = 120;

  private final View view;
  private final Space space;
  private final Slot slot;
  private final VariableTrack variable;
  private final ValueAxis axis;
  private final Brush brush;

  ValueLine(
      View view, Space space, Slot slot, VariableTrack variable, ValueAxis axis, Brush brush) {
    this.view = view;
    this.space = space;
    this.slot = slot;
    this.variable = variable;
    this.axis = axis;
    this.brush = brush;
  }

  void draw() {
    int count = axis.last() - axis.first() + 1;
    double width = space.right() - space.left();
    if (!axis.tellsPoints(space)) {
      ranges();
      return;
    }
    steps();
    if (count * NEAR * 4 < width) {
      curves();
    }
    points(Math.min(POINT, Math.max(2.2, width / Math.max(1, count) / 4)));
  }

  private boolean lost() {
    return variable.lostUpdates() > 0;
  }

  /** The value stays until the next write; where updates are lost it is one line, else coloured. */
  private void steps() {
    double end = space.right() + 4;
    double thickness = lost() ? 1.8 : 1.6;
    for (int i = axis.first(); i <= axis.last(); i++) {
      double x = space.x(variable.time(i));
      double next = i < axis.last() ? space.x(variable.time(i + 1)) : Math.min(end, now());
      double y = valueAfter(i);
      boolean same = i == axis.last() || variable.lane(i + 1) == variable.lane(i);
      Role role = lost() ? Role.TEXT : same ? view.thread(variable.lane(i)) : Role.GRID;
      brush.line(Math.max(x, space.left() - 4), y, Math.min(next, end), y, role, thickness);
      if (i < axis.last() && variable.write(i + 1)) {
        Role up = lost() ? Role.TEXT : view.thread(variable.lane(i + 1));
        brush.line(next, y, next, valueAfter(i + 1), up, thickness);
      }
    }
    if (axis.first() <= axis.last() && space.x(variable.time(axis.first())) > space.left()) {
      // What it was before the first access is what that read; of a write nothing is known.
      if (!variable.write(axis.first())) {
        double y = valueAfter(axis.first());
        double x = space.x(variable.time(axis.first()));
        brush.line(space.left() - 4, y, x, y, lost() ? Role.TEXT : Role.GRID, thickness);
      }
    }
  }

  private double now() {
    return space.x(view.timeline().now());
  }

  private double valueAfter(int access) {
    return axis.y(variable, access);
  }

  private void curves() {
    // Where nothing came between a read and its write, the write follows plainly.
    Map<Integer, Integer> reads = new HashMap<>();
    for (int i = axis.first(); i <= axis.last(); i++) {
      int lane = variable.lane(i);
      if (!variable.write(i)) {
        reads.put(lane, i);
        continue;
      }
      Integer read = reads.remove(lane);
      if (read != null) {
        double x1 = space.x(variable.time(read));
        double x2 = space.x(variable.time(i));
        double y1 = axis.y(variable, read);
        double y2 = axis.y(variable, i);
        if (x2 - x1 > 24 && i > read + 1) {
          double dip = Math.min(14, (x2 - x1) / 8);
          brush.curve(
              new Mark.Curve(
                  x1,
                  y1,
                  x1 + (x2 - x1) * 0.3,
                  Math.max(y1, y2) + dip,
                  x1 + (x2 - x1) * 0.72,
                  Math.max(y1, y2) + dip * 0.2,
                  x2,
                  y2,
                  view.thread(lane),
                  1.5,
                  Mark.Stroke.SOLID,
                  false));
        }
      }
    }
  }

  private void points(double radius) {
    double label = Double.NEGATIVE_INFINITY;
    for (int i = axis.first(); i <= axis.last(); i++) {
      double x = space.x(variable.time(i));
      if (x < space.left() - 10 || x > space.right() + 10) {
        continue;
      }
      double y = axis.y(variable, i);
      Role role = view.thread(variable.lane(i));
      brush.seenThread(variable.lane(i));
      ThingRef thing = new ThingRef.Access(variable.index(), i);
      Role fill = variable.write(i) ? role : Role.BACKGROUND;
      brush.ring(x, y, radius, fill, role, Math.min(1.8, radius / 2.4));
      if (view.lit(thing)) {
        brush.outline(x - 9, y - 9, 18, 18, 9, Role.ACCENT, 2);
      }
      brush.hits().disc(x, y, radius + 3, Hit.of(Part.ACCESS, thing));
      label = label(i, x, y, radius, label);
    }
  }

  /** The value that was written, above its point, where there is room. */
  private double label(int i, double x, double y, double radius, double before) {
    if (!variable.write(i) || radius < 3 || rewrites(i) || lost()) {
      return before;
    }
    String text = variable.shown(i);
    double width = Math.min(LABEL_WIDTH, brush.width(Face.CODE_SMALL, text));
    if (x - width / 2 < before + LABEL_GAP) {
      return before;
    }
    brush.words(
        x, y - radius - 8, text, Face.CODE_SMALL, Role.TEXT, LABEL_WIDTH, Mark.Align.CENTER);
    return x + width / 2;
  }

  /** Whether a write falls back to the lowest value in sight, which the axis tells already. */
  private boolean rewrites(int i) {
    return axis.y(variable, i) > axis.bottom() - 4;
  }

  /** Least and largest value of each bin as one bar. */
  private void ranges() {
    Bins bins = Bins.of(space.scale().nsPerPixel());
    LastAccess accesses = LastAccess.of(variable, bins);
    double before = Double.NaN;
    int first = variable.at(bins.floor(space.from()) - 1) + 1;
    for (long t = bins.floor(space.from()); t < space.to(); t += bins.size()) {
      int last = accesses.in(t);
      double low = variable.least(first, last + 1);
      double high = variable.greatest(first, last + 1);
      first = last + 1;
      double x = space.x(t);
      double w = space.x(t + bins.size()) - x;
      if (!Double.isNaN(low)) {
        double top = axis.y(high);
        brush.fill(x, top - 0.7, w, Math.max(1.4, axis.y(low) - top + 1.4), 0, color(last));
        before = axis.y(variable, last);
      } else if (!Double.isNaN(before) && x < now()) {
        brush.fill(x, before - 0.7, w, 1.4, 0, Role.MUTED);
      }
    }
    brush
        .hits()
        .rect(
            space.left(),
            slot.y(),
            space.right() - space.left(),
            slot.height(),
            Hit.of(Part.TRACK, new ThingRef.Variable(variable.index())));
  }

  private Role color(int access) {
    int lane = variable.lane(access);
    brush.seenThread(lane);
    return view.thread(lane);
  }
}

package interleave.timeline.track;

import interleave.timeline.ThingRef;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.track.TrackKind.Slot;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lost updates: ringed in red, and the selected one explained: its steps in numbers, and where the
 * value would be had the second thread read after the write.
 */
final class LostUpdates {
  private static final Words WORDS = Words.of("timeline/draw");

  private static final LegendEntry LOST_UPDATE =
      new LegendEntry(
          60,
          () -> WORDS.get("legend.lost-update"),
          (brush, x, y) ->
              brush.ring(x + LegendEntry.SWATCH / 2, y, 5, Role.BACKGROUND, Role.RED, 2));

  private static final double APART = 9;
  private static final int MOST = 300;
  private static final double STEP = 20;

  private final View view;
  private final Space space;
  private final Slot slot;
  private final VariableTrack variable;
  private final ValueAxis axis;
  private final Brush brush;

  LostUpdates(
      View view, Space space, Slot slot, VariableTrack variable, ValueAxis axis, Brush brush) {
    this.view = view;
    this.space = space;
    this.slot = slot;
    this.variable = variable;
    this.axis = axis;
    this.brush = brush;
  }

  void draw() {
    if (variable.lostUpdates() == 0) {
      return;
    }
    rings();
    if (view.selection() instanceof ThingRef.LostUpdate(int index, int update)
        && index == variable.index()
        && update < variable.lostUpdates()) {
      explain(variable.lostUpdate(update));
    }
  }

  /** One ring at most in every few pixels; the next is looked for behind them. */
  private void rings() {
    long time = space.from();
    for (int n = 0; n < MOST; n++) {
      int i = variable.firstLostAt(time);
      if (i < 0 || i >= variable.lostUpdates()) {
        return;
      }
      VariableTrack.LostUpdate lost = variable.lostUpdate(i);
      int write = lost.lostWrite();
      double x = space.x(variable.time(write));
      if (x > space.right()) {
        return;
      }
      if (x >= space.left() - APART) {
        ring(i, write, x);
      }
      long found = Math.max(time, variable.time(lost.overwrite()));
      time = Math.max(found + 1, space.scale().time(x + APART));
    }
  }

  private void ring(int update, int write, double x) {
    ThingRef thing = new ThingRef.LostUpdate(variable.index(), update);
    brush.seen(LOST_UPDATE);
    double y = axis.y(variable, write);
    boolean lit = view.lit(thing);
    if (lit || close()) {
      double radius = lit ? 12 : 9.5;
      brush.outline(x - radius, y - radius, 2 * radius, 2 * radius, radius, Role.RED, 2.2);
      // In the space below and right of the ring, which the rising line leaves free.
      double width = brush.width(Face.SMALL_STRONG, WORDS.get("lost"));
      brush.fill(x + radius + 1, y + radius - 5, width + 6, 15, 3, Role.BAND, 0.85);
      brush.words(x + radius + 4, y + radius + 3, WORDS.get("lost"), Face.SMALL_STRONG, Role.RED);
      brush.hits().disc(x, y, radius + 2, Hit.of(Part.ACCESS, thing));
    } else {
      brush.ring(x, slot.bottom() - 10, 4.5, Role.BACKGROUND, Role.RED, 1.8);
      brush.hits().disc(x, slot.bottom() - 10, 7, Hit.of(Part.ACCESS, thing));
    }
  }

  private boolean close() {
    return (axis.last() - axis.first() + 1) * 28.0 < space.right() - space.left();
  }

  private void explain(VariableTrack.LostUpdate lost) {
    List<Integer> steps = new ArrayList<>();
    for (int access :
        new int[] {lost.read(), lost.lostRead(), lost.lostWrite(), lost.overwrite()}) {
      if (access >= 0) {
        steps.add(access);
      }
    }
    steps.sort(Comparator.comparingLong(variable::time).thenComparing(Comparator.naturalOrder()));
    double y = slot.bottom() - 14;
    double before = Double.NEGATIVE_INFINITY;
    for (int n = 0; n < steps.size(); n++) {
      int access = steps.get(n);
      // Steps too close to each other stand side by side.
      before = Math.max(space.x(variable.time(access)), before + STEP);
      step(n + 1, access, before, y);
    }
    expectation(lost);
  }

  private void step(int number, int access, double x, double y) {
    int lane = variable.lane(access);
    String text = Integer.toString(number);
    brush.disc(x, y, 9, view.thread(lane));
    brush.words(x, y, text, Face.SMALL_STRONG, view.onThread(lane), 20, Mark.Align.CENTER);
    Hit hit = Hit.of(Part.ACCESS, new ThingRef.Access(variable.index(), access));
    brush.hits().disc(x, y, 10, hit);
  }

  /**
   * The sum of both updates, had the second thread read after the first wrote; NaN when no lost
   * update of that variable is selected or its values are no numbers.
   */
  static double expected(View view, VariableTrack variable) {
    if (variable.type().isNumber()
        && view.selection() instanceof ThingRef.LostUpdate(int index, int update)
        && index == variable.index()
        && update < variable.lostUpdates()
        && variable.lostUpdate(update).read() >= 0) {
      VariableTrack.LostUpdate lost = variable.lostUpdate(update);
      double added = value(variable, lost.overwrite()) - value(variable, lost.read());
      return value(variable, lost.lostWrite()) + added;
    }
    return Double.NaN;
  }

  private void expectation(VariableTrack.LostUpdate lost) {
    double expected = expected(view, variable);
    if (Double.isNaN(expected) || !axis.tellsPoints(space)) {
      return;
    }
    double x = space.x(variable.time(lost.overwrite()));
    double y = axis.y(expected);
    brush.line(x, axis.y(variable, lost.overwrite()), x, y, Role.MUTED, 1.4, Mark.Stroke.DASHED);
    brush.line(x, y, space.right(), y, Role.MUTED, 1.4, Mark.Stroke.DASHED);
    int lane = variable.lane(lost.overwrite());
    String who = lane < 0 ? WORDS.get("expected.other") : view.timeline().lanes().get(lane).name();
    String text = WORDS.get("expected", number(expected), who);
    double room = space.right() - x - 12;
    boolean fits = brush.width(Face.SMALL, text) <= room;
    brush.words(
        fits ? x + 8 : x - 8,
        fits ? y - 10 : y,
        text,
        Face.SMALL,
        Role.MUTED,
        fits ? room : x - space.left() - 16,
        fits ? Mark.Align.LEFT : Mark.Align.RIGHT);
  }

  private static double value(VariableTrack variable, int access) {
    return variable.number(access);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}

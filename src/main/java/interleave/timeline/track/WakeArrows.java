package interleave.timeline.track;

import interleave.timeline.Timeline;
import interleave.timeline.Wakes;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.lod.ArrowDensity;
import interleave.words.Words;

/**
 * Thin arrows from the thread that notified, unparked, gave back a permit or came last, to the one
 * that went on by it. Of more than can be told apart some are drawn; a selected span keeps its own.
 */
final class WakeArrows {
  private static final int MOST = 12_000;

  private static final LegendEntry WAKE =
      new LegendEntry(
          82,
          () -> Words.of("timeline/synchronizers").get("legend.wake"),
          (brush, x, y) ->
              brush.arrow(x, y, x + LegendEntry.SWATCH, y, Role.SYNC_WAIT, 1.2, Mark.Stroke.SOLID));

  private WakeArrows() {}

  static void draw(View view, Space space, Brush brush) {
    Timeline timeline = view.timeline();
    Wakes wakes = timeline.wakes();
    int first = wakes.at(space.from() - 1) + 1;
    int end = wakes.at(space.to()) + 1;
    ArrowDensity density =
        new ArrowDensity(space.scale().nsPerPixel(), end - first, view.folds().hidesArrows());
    for (int i = first; i < Math.min(end, first + MOST); i++) {
      if (shows(space, wakes, i)) {
        boolean chosen = chosen(view, wakes, i);
        if (density.admits(wakes.toTime(i), chosen)) {
          boolean back = !chosen && density.crowded();
          arrow(space, wakes, i, back ? Role.SYNC_SOFT : Role.SYNC_WAIT, brush);
        }
      }
    }
    brush.arrows(density.drawn(), density.all());
  }

  private static boolean shows(Space space, Wakes wakes, int i) {
    double y1 = space.laneY(wakes.fromLane(i), -1);
    double y2 = space.laneY(wakes.toLane(i), -1);
    return !Double.isNaN(y1) && !Double.isNaN(y2) && y1 != y2;
  }

  private static boolean chosen(View view, Wakes wakes, int i) {
    return view.selection() instanceof interleave.timeline.ThingRef.Span(int lane, long start)
        && (wakes.toLane(i) == lane && start <= wakes.toTime(i) && ends(view, wakes, i, start));
  }

  private static boolean ends(View view, Wakes wakes, int i, long start) {
    var spans = view.timeline().lanes().get(wakes.toLane(i)).spans();
    int at = spans.at(start);
    return at >= 0 && spans.end(at) == wakes.toTime(i);
  }

  private static void arrow(Space space, Wakes wakes, int i, Role role, Brush brush) {
    double x1 = Arrows.near(space, wakes.fromTime(i));
    double x2 = Arrows.near(space, wakes.toTime(i));
    double y1 = space.laneY(wakes.fromLane(i), -1);
    double y2 = space.laneY(wakes.toLane(i), -1);
    double half = LaneTrack.BOX / 2;
    double from = y2 > y1 ? y1 + half : y1 - half;
    double tip = y2 > y1 ? y2 - half : y2 + half;
    brush.seen(WAKE);
    brush.curve(Arrows.bow(x1, from, x2, tip, role, 1.2, Mark.Stroke.SOLID));
  }
}

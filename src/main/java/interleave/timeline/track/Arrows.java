package interleave.timeline.track;

import interleave.timeline.Signals;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.layout.Row;
import interleave.timeline.lod.ArrowDensity;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arrows that are not messages: start of a process or a thread, terminate, interrupt. Hand-overs of
 * locks are drawn with the lock.
 */
public final class Arrows {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final int MOST = 2_000;
  private static final double FAR = 3000;

  /** How far above and below the middle of a lane they end. */
  public static final double HALF = LaneTrack.BOX / 2;

  private Arrows() {}

  public static void draw(View view, Space space, Brush brush) {
    List<Timeline.Arrow> arrows = view.timeline().arrows();
    List<Timeline.Arrow> seen = new ArrayList<>();
    for (int i = 0; i < arrows.size() && seen.size() < MOST; i++) {
      if (inSight(space, arrows.get(i)) && shows(view, space, arrows.get(i))) {
        seen.add(arrows.get(i));
      }
    }
    ArrowDensity density =
        new ArrowDensity(space.scale().nsPerPixel(), seen.size(), view.folds().hidesArrows());
    boolean another =
        seen.stream().anyMatch(it -> touches(view.selection(), it) || touches(view.hover(), it));
    for (Timeline.Arrow arrow : seen) {
      boolean lit = touches(view.selection(), arrow) || touches(view.hover(), arrow);
      if (density.admits(arrow.fromTime(), lit)) {
        draw(space, arrow, !lit && (density.crowded() || another), brush);
      }
    }
    brush.arrows(density.drawn(), density.all());
    if (!view.folds().hidesArrows()) {
      startsOfCrowds(view, space, brush);
    }
  }

  /** Who started the threads of crowds that have a lane just now. */
  private static void startsOfCrowds(View view, Space space, Brush brush) {
    if (view.timeline().crowds().isEmpty()) {
      return;
    }
    for (Row row : space.inSight()) {
      if (row.source().name().equals(LaneTrack.NAME) && view.timeline().crowdOf(row.index()) >= 0) {
        Timeline.Arrow arrow = view.timeline().startOf(row.index());
        if (arrow != null && inSight(space, arrow)) {
          draw(space, arrow, false, brush);
        }
      }
    }
  }

  private static boolean inSight(Space space, Timeline.Arrow arrow) {
    return Math.max(arrow.fromTime(), arrow.toTime()) >= space.from()
        && Math.min(arrow.fromTime(), arrow.toTime()) <= space.to();
  }

  /**
   * Whether both ends have a place that is not the same; none leads to a thread that only serves
   * and is folded away, as no header is what was started.
   */
  private static boolean shows(View view, Space space, Timeline.Arrow arrow) {
    int to = arrow.toLane();
    if (to >= 0
        && view.timeline().lanes().get(to).service()
        && space.row(LaneTrack.NAME, to) == null
        && arrow.kind() == Timeline.Arrow.Kind.START_THREAD) {
      return false;
    }
    double y1 = space.laneY(arrow.fromLane(), arrow.fromProcess());
    double y2 = space.laneY(arrow.toLane(), arrow.toProcess());
    return !Double.isNaN(y1) && !Double.isNaN(y2) && y1 != y2;
  }

  private static boolean touches(@Nullable ThingRef thing, Timeline.Arrow arrow) {
    return switch (thing) {
      case ThingRef.Lane(int lane) -> lane == arrow.fromLane() || lane == arrow.toLane();
      case ThingRef.Process(int process) -> process == arrow.toProcess();
      case null, default -> false;
    };
  }

  /**
   * @param back whether others stand out before it
   */
  private static void draw(Space space, Timeline.Arrow arrow, boolean back, Brush brush) {
    double x1 = near(space, arrow.fromTime());
    double x2 = near(space, arrow.toTime());
    double y1 = space.laneY(arrow.fromLane(), arrow.fromProcess());
    double y2 = space.laneY(arrow.toLane(), arrow.toProcess());
    if (Double.isNaN(y1) || Double.isNaN(y2) || y1 == y2) {
      return;
    }
    boolean folded = space.row(ProcessHeader.NAME, arrow.toProcess()) == null;
    if (arrow.kind() == Timeline.Arrow.Kind.FORK && !folded) {
      ForkBranch.draw(x1, y1, x2, y2, space.left(), brush);
      return;
    }
    boolean down = y2 > y1;
    double half = LaneTrack.BOX / 2;
    double from = arrow.fromLane() < 0 ? y1 : y1 + (down ? half : -half);
    double tip = arrow.toLane() < 0 ? y2 + (down ? -6 : 6) : y2 + (down ? -half : half);
    String label = label(arrow);
    Role role = role(arrow.kind(), back);
    boolean answer = arrow.kind() == Timeline.Arrow.Kind.ANSWER;
    Mark.Stroke stroke =
        answer ? Mark.Stroke.DOTTED : label.isEmpty() ? Mark.Stroke.SOLID : Mark.Stroke.DASHED;
    brush.curve(bow(x1, from, x2, tip, role, label.isEmpty() ? 1.1 : 1.6, stroke));
    if (!label.isEmpty()) {
      label(space, label, (x1 + x2) / 2 + 8, from + (tip - from) * 0.45, role, brush);
    }
  }

  /** An arrow that leaves in the direction of its tip, to the right. */
  public static Mark.Curve bow(
      double x1, double from, double x2, double tip, Role role, double width, Mark.Stroke stroke) {
    double bend = (tip - from) * 0.5;
    return new Mark.Curve(
        x1,
        from,
        x1 + (x2 - x1) * 0.1,
        from + bend,
        x2 - (x2 - x1) * 0.35,
        tip - bend,
        x2,
        tip,
        role,
        width,
        stroke,
        true);
  }

  /** Not so far out that a dashed line would have a million dashes. */
  public static double near(Space space, long time) {
    return Math.max(space.left() - FAR, Math.min(space.right() + FAR, space.x(time)));
  }

  private static void label(Space space, String text, double x, double y, Role role, Brush brush) {
    double width = brush.width(Face.CODE_SMALL, text);
    double left = Math.min(x, space.right() - width - 2);
    brush.fill(left - 3, y - 8, width + 6, 16, 3, Role.BACKGROUND, 0.85);
    brush.words(left, y, text, Face.CODE_SMALL, role);
  }

  private static String label(Timeline.Arrow arrow) {
    if (arrow.signal() != 0) {
      return Signals.name(arrow.signal());
    }
    return switch (arrow.kind()) {
      case TERMINATE, KILL, INTERRUPT, SIGNAL -> WORDS.get("arrow." + arrow.kind());
      case START_PROCESS, START_THREAD, FORK, CALL, ANSWER -> "";
    };
  }

  private static Role role(Timeline.Arrow.Kind kind, boolean back) {
    return switch (kind) {
      case TERMINATE, KILL -> Role.RED;
      case INTERRUPT, SIGNAL -> Role.IO;
      case START_PROCESS, START_THREAD, FORK -> back ? Role.START_SOFT : Role.JOINING;
      case CALL, ANSWER -> back ? Role.IO_SOFT : Role.IO;
    };
  }
}

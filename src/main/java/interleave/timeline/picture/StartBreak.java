package interleave.timeline.picture;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.TimeText;
import interleave.timeline.track.Space;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import interleave.words.Words;
import java.util.List;

/**
 * How the program's first process starts, which takes longer than many a program runs and tells
 * nothing: drawn together, with words above that open and close it.
 *
 * <p>That is until its first thread is there; and until something happens for the first time, where
 * that took the thread no longer than there was to wait for it: then it was getting ready, too.
 * What a program computes before is its own.
 */
public final class StartBreak {
  private static final Words WORDS = Words.of("timeline/draw");

  /** So much of what is drawn together is left before what happens first. */
  private static final int LEAD = 20;

  private static final long SHORTEST = 1_000_000;
  private static final long UNTRACED = 3_000_000_000L;
  private static final double TOOTH = 4;

  /** In the command of a JVM that is given a source file, which it compiles first. */
  private static final String COMPILES = "jdk.compiler/com.sun.tools.javac.launcher.";

  private StartBreak() {}

  /** What is drawn together; nothing where it was opened. */
  public static AxisBreak of(Timeline timeline, Folds folds) {
    return folds.opensStart() ? AxisBreak.NONE : start(timeline);
  }

  /** How it starts, whether that is drawn together or not. */
  static AxisBreak start(Timeline timeline) {
    long begin = timeline.start();
    long end = end(timeline);
    return end - begin < SHORTEST ? AxisBreak.NONE : new AxisBreak(begin, end);
  }

  private static long end(Timeline timeline) {
    long begin = timeline.start();
    long thread = firstThread(timeline);
    if (thread == Timeline.OPEN) {
      return timeline.live() && waits(timeline) ? timeline.now() : begin;
    }
    long first = TrackKinds.STANDARD.firstEvent(timeline);
    boolean happened = first != Timeline.OPEN;
    if (!happened && !timeline.live()) {
      return thread;
    }
    long ready = happened ? first - (first - begin) / LEAD : timeline.now();
    return ready > thread && ready - thread <= thread - begin ? ready : thread;
  }

  /** What has no tracer, and so never says that it has begun, is not waited for. */
  private static boolean waits(Timeline timeline) {
    return timeline.processes().stream().limit(1).allMatch(ProcessTrack::traced)
        || timeline.now() - timeline.start() < UNTRACED;
  }

  private static long firstThread(Timeline timeline) {
    if (timeline.processes().isEmpty()) {
      return Timeline.OPEN;
    }
    return timeline.processes().getFirst().lanes().stream()
        .map(timeline.lanes()::get)
        .filter(lane -> !lane.service() && !lane.untold())
        .mapToLong(ThreadLane::start)
        .min()
        .orElse(Timeline.OPEN);
  }

  /** What one is told who points at it. */
  public static List<String> tip(Timeline timeline, Folds folds) {
    return List.of(
        says(timeline, start(timeline)),
        WORDS.get(folds.opensStart() ? "start.close" : "start.open"));
  }

  private static String says(Timeline timeline, AxisBreak start) {
    // While a run begins, the window is still that of the one before.
    String key =
        timeline.processes().isEmpty() ? "start.other" : key(timeline.processes().getFirst());
    return WORDS.get(key, TimeText.duration(start.length()));
  }

  private static String key(ProcessTrack first) {
    return switch (first.runtime()) {
      case "java" -> first.command().contains(COMPILES) ? "start.source" : "start.java";
      case "python" -> "start.python";
      default -> "start.other";
    };
  }

  /**
   * Draws the words, and where time is drawn together the edges of that.
   *
   * @param start what is drawn together or was opened, of length 0 for nothing
   */
  static void draw(View view, Space space, AxisBreak start, Brush brush) {
    double left = Math.max(space.left(), space.x(start.from()));
    double right = space.x(start.to());
    boolean together = space.scale().even() != Long.MIN_VALUE;
    boolean opened = view.folds().opensStart() && start.narrows(view.viewport().length());
    boolean nothing = start.length() == 0 || view.timeline().processes().isEmpty();
    if (nothing || right <= space.left() || !together && !opened) {
      return;
    }
    PictureAreas frame = view.frame();
    if (together) {
      together(left, right, frame, space.rows().height(), brush);
    }
    String text = says(view.timeline(), start);
    double wide = brush.width(Face.SMALL, text);
    // Beside the break, for the playhead stands right after it as often as not.
    double x = together && left - wide > frame.left() ? left + TOOTH - wide : left;
    double width = Math.min(wide, space.right() - x);
    brush.words(x, frame.rulerTop() + 3, text, Face.SMALL, Role.ACCENT, width, Mark.Align.LEFT);
    Hit hit = Hit.of(Part.START);
    brush.hits().rect(x, frame.rulerTop() - 2, width, PictureAreas.RULER / 2, hit);
    if (together) {
      brush.hits().rect(left, frame.bodyTop(), right - left, frame.bodyHeight(), hit);
    }
  }

  private static void together(
      double left, double right, PictureAreas frame, double rows, Brush brush) {
    double top = frame.bodyTop();
    double bottom = Math.min(frame.bodyBottom(), top + rows);
    brush.fill(left, top, right - left, bottom - top, 0, Role.BACKGROUND, 0.6);
    for (double x : new double[] {left + TOOTH, right}) {
      Points edge = new Points();
      int i = 0;
      for (double y = top; y <= bottom; y += TOOTH) {
        edge.add(x + (i++ % 2 == 0 ? -1.5 : 1.5), y);
      }
      brush.path(edge, Role.MUTED, 1);
    }
  }
}

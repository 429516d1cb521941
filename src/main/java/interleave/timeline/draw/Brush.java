package interleave.timeline.draw;

import interleave.timeline.ThreadState;
import interleave.timeline.hit.HitMap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects the marks of one drawing, where they can be hit, and what the legend has to explain. */
public final class Brush {
  private final List<Mark> tracks = new ArrayList<>();
  private final List<Mark> names = new ArrayList<>();
  private List<Mark> marks = tracks;
  private final HitMap.Builder hits = new HitMap.Builder();
  private final TextMetrics metrics;
  private final Set<ThreadState> states = EnumSet.noneOf(ThreadState.class);
  private final Set<Integer> threads = new TreeSet<>();
  private final Set<LegendEntry> explained = new LinkedHashSet<>();
  private int arrowsDrawn;
  private int arrowsInSight;

  public Brush(TextMetrics metrics) {
    this.metrics = metrics;
  }

  public HitMap.Builder hits() {
    return hits;
  }

  public TextMetrics metrics() {
    return metrics;
  }

  public double width(Face face, String text) {
    return metrics.width(face, text);
  }

  public void seen(ThreadState state) {
    states.add(state);
  }

  public void seen(LegendEntry entry) {
    explained.add(entry);
  }

  public void seenThread(int lane) {
    threads.add(lane);
  }

  public Set<ThreadState> states() {
    return states;
  }

  /** What the legend has to explain besides states and threads. */
  public Set<LegendEntry> explained() {
    return explained;
  }

  public Set<Integer> threads() {
    return threads;
  }

  /** Of so many arrows that are in sight that many were drawn. */
  public void arrows(int drawn, int all) {
    arrowsDrawn += drawn;
    arrowsInSight += all;
  }

  public int arrowsDrawn() {
    return arrowsDrawn;
  }

  public int arrowsInSight() {
    return arrowsInSight;
  }

  /** A moment of the drawing to come back to with {@link #undo}. */
  public record Moment(int tracks, int names) {}

  public Moment moment() {
    return new Moment(tracks.size(), names.size());
  }

  /** Forgets the marks made since. */
  public void undo(Moment moment) {
    tracks.subList(moment.tracks, tracks.size()).clear();
    names.subList(moment.names, names.size()).clear();
  }

  /** Takes back the marks made since, of tracks that were joined. */
  public List<Mark> taken(Moment moment) {
    List<Mark> made = List.copyOf(tracks.subList(moment.tracks, tracks.size()));
    undo(moment);
    return made;
  }

  /** Marks that were made before. */
  public void add(List<Mark> made) {
    marks.addAll(made);
  }

  public void fill(double x, double y, double w, double h, double radius, Role role) {
    fill(x, y, w, h, radius, role, 1);
  }

  public void fill(double x, double y, double w, double h, double radius, Role role, double alpha) {
    if (w > 0 && h > 0) {
      marks.add(new Mark.Fill(x, y, w, h, radius, role, alpha));
    }
  }

  /** An area in the colour and pattern of a state. */
  public void state(double x, double y, double w, double h, ThreadState state, double phase) {
    seen(state);
    if (state == ThreadState.NOT_TOLD) {
      fill(x, y + h / 2 - 2, w, Math.min(4, h), 0, Role.of(state));
      return;
    }
    // A pattern narrower than its own step would be noise.
    if (FillPattern.of(state) == FillPattern.PLAIN || w < 3) {
      fill(x, y, w, h, w > 4 ? 2 : 0, Role.of(state));
    } else if (w > 0) {
      marks.add(
          new Mark.Hatch(
              x, y, w, h, FillPattern.of(state), Role.of(state), Role.ground(state), phase));
    }
  }

  /** An area in stripes, or plain where it is too narrow for them. */
  public void hatch(
      double x, double y, double w, double h, FillPattern pattern, Role role, Role ground) {
    if (w < 3) {
      fill(x, y, w, h, 0, role);
    } else if (h > 0) {
      marks.add(new Mark.Hatch(x, y, w, h, pattern, role, ground, 0));
    }
  }

  public void outline(double x, double y, double w, double h, double radius, Role role, double t) {
    marks.add(new Mark.Outline(x, y, w, h, radius, role, t));
  }

  public void line(double x1, double y1, double x2, double y2, Role role, double thickness) {
    marks.add(new Mark.Line(x1, y1, x2, y2, role, thickness, Mark.Stroke.SOLID));
  }

  public void line(
      double x1, double y1, double x2, double y2, Role role, double thickness, Mark.Stroke stroke) {
    marks.add(new Mark.Line(x1, y1, x2, y2, role, thickness, stroke));
  }

  public void path(Points points, Role role, double thickness) {
    if (points.size() > 1) {
      marks.add(new Mark.Path(points.array(), role, thickness));
    }
  }

  public void area(Points points, Role role, double alpha) {
    if (points.size() > 2) {
      marks.add(new Mark.Area(points.array(), role, alpha));
    }
  }

  /** The triangle before what can be folded, at the left of {@code x}. */
  public void triangle(double x, double y, boolean opened) {
    Points points =
        opened
            ? new Points().add(x, y - 3).add(x + 8, y - 3).add(x + 4, y + 3.5)
            : new Points().add(x + 1, y - 4).add(x + 7, y).add(x + 1, y + 4);
    area(points, Role.MUTED, 1);
  }

  public void curve(Mark.Curve curve) {
    marks.add(curve);
  }

  /** A straight arrow. */
  public void arrow(
      double x1, double y1, double x2, double y2, Role role, double t, Mark.Stroke stroke) {
    marks.add(new Mark.Curve(x1, y1, x1, y1, x2, y2, x2, y2, role, t, stroke, true));
  }

  public void disc(double x, double y, double radius, Role fill) {
    marks.add(new Mark.Disc(x, y, radius, fill, fill, 0));
  }

  public void ring(double x, double y, double radius, Role fill, Role stroke, double thickness) {
    marks.add(new Mark.Disc(x, y, radius, fill, stroke, thickness));
  }

  public void words(double x, double y, String text, Face face, Role role) {
    words(x, y, text, face, role, Double.MAX_VALUE, Mark.Align.LEFT);
  }

  /** Words shortened so that they fit; nothing where there is no room even for one letter. */
  public void words(
      double x, double y, String text, Face face, Role role, double maxWidth, Mark.Align align) {
    String fitted = metrics.fitted(face, text, maxWidth);
    if (!fitted.isEmpty()) {
      marks.add(new Mark.Text(x, y, fitted, face, role, maxWidth, align));
    }
  }

  /**
   * From here on marks belong to the tracks: what of them lies beyond the tracks is covered in the
   * end. (A clip would be simpler, but costs the toolkit more than all else in a frame.)
   */
  public void tracks(double x, double y, double w, double h) {
    marks = tracks;
    hits.clip(x, y, y + h);
  }

  /** From here on marks lie above the tracks and beside them. */
  public void names() {
    marks = names;
    hits.unclip();
  }

  /** Ends both layers; {@code cover} draws what hides the tracks beyond their bounds. */
  public void join(Runnable cover) {
    hits.unclip();
    marks = tracks;
    cover.run();
    tracks.addAll(names);
    names.clear();
  }

  public DisplayList list(double width, double height) {
    return new DisplayList(width, height, tracks);
  }
}

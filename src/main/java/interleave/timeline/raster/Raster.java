package interleave.timeline.raster;

import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import java.util.Set;

/** Paints display lists on a {@link Surface}. It knows rectangles, hatches, arrows and text. */
public final class Raster {
  /** How often letters are asked for that were not there: the last time some stay away. */
  private static final int ATTEMPTS = 3;

  private final Surface surface;
  private final Letters letters;
  private final double scale;
  private final int[] colours = new int[Role.values().length];
  private final Coverage coverage = new Coverage();
  private final Strokes strokes;
  private final Hatches hatches;
  private final double[] ends = new double[6];

  public Raster(Surface surface, Letters letters, Palette palette) {
    this.surface = surface;
    this.letters = letters;
    this.scale = letters.scale();
    strokes = new Strokes(surface, coverage, scale);
    hatches = new Hatches(surface, scale);
    for (Role role : Role.values()) {
      colours[role.ordinal()] = palette.colour(role);
    }
  }

  /** Paints it, from one thread at a time; waits where a letter has to be prepared. */
  public void paint(DisplayList list) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      WordPainting words = new WordPainting(surface, letters);
      for (Mark mark : list.marks()) {
        paint(mark, words);
      }
      Set<Letters.Letter> missing = words.missing();
      if (missing.isEmpty()) {
        return;
      }
      letters.prepare(missing);
    }
  }

  private void paint(Mark mark, WordPainting words) {
    switch (mark) {
      case Mark.Fill m -> fill(m);
      case Mark.Hatch m -> hatches.paint(m, colour(m.ink()), colour(m.ground()));
      case Mark.Outline m -> outline(m);
      case Mark.Line m -> line(m);
      case Mark.Path m -> strokes.path(m.points(), m.thickness(), colour(m.role()));
      case Mark.Area m -> area(m.points(), m.points().length, colour(m.role()), m.alpha());
      case Mark.Curve m -> curve(m);
      case Mark.Disc m -> disc(m);
      case Mark.Text m -> words.paint(m, colour(m.role()));
    }
  }

  private int colour(Role role) {
    return colours[role.ordinal()];
  }

  private void fill(Mark.Fill m) {
    double x = m.x() * scale;
    double y = m.y() * scale;
    double right = (m.x() + m.w()) * scale;
    double bottom = (m.y() + m.h()) * scale;
    if (m.radius() > 0) {
      surface.round(x, y, right, bottom, m.radius() * scale, colour(m.role()), m.alpha());
    } else {
      surface.rect(x, y, right, bottom, colour(m.role()), m.alpha());
    }
  }

  /** The area within its outer edge, less that within its inner edge. */
  private void outline(Mark.Outline m) {
    double half = m.thickness() / 2;
    coverage.begin(surface, (m.y() - half) * scale, (m.y() + m.h() + half) * scale);
    frame(m, half, 1);
    frame(m, -half, -1);
    coverage.fill(surface, colour(m.role()), 1);
  }

  private void frame(Mark.Outline m, double further, int turn) {
    double r = Math.max(0, m.radius() + further);
    RoundFrame.add(
        coverage,
        (m.x() - further) * scale,
        (m.y() - further) * scale,
        (m.x() + m.w() + further) * scale,
        (m.y() + m.h() + further) * scale,
        r * scale,
        turn);
  }

  private void line(Mark.Line m) {
    int rgb = colour(m.role());
    if (m.stroke() == Mark.Stroke.SOLID) {
      strokes.line(m.x1(), m.y1(), m.x2(), m.y2(), m.thickness(), rgb);
      return;
    }
    ends[0] = m.x1();
    ends[1] = m.y1();
    ends[2] = m.x2();
    ends[3] = m.y2();
    strokes.dashes(ends, 4, m.thickness(), m.stroke(), rgb);
  }

  private void area(double[] points, int length, int rgb, double alpha) {
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (int i = 1; i < length; i += 2) {
      least = Math.min(least, points[i]);
      most = Math.max(most, points[i]);
    }
    coverage.begin(surface, least * scale, most * scale);
    coverage.polygon(points, length, scale);
    coverage.fill(surface, rgb, alpha);
  }

  private void curve(Mark.Curve m) {
    double size = m.head() ? 5.5 + 2.5 * m.thickness() : 0;
    boolean straight = m.cx2() == m.x2() && m.cy2() == m.y2();
    double angle =
        Math.atan2(m.y2() - (straight ? m.y1() : m.cy2()), m.x2() - (straight ? m.x1() : m.cx2()));
    double endX = m.x2() - Math.cos(angle) * size * 0.8;
    double endY = m.y2() - Math.sin(angle) * size * 0.8;
    double cx2 = m.head() && m.cx2() == m.x2() ? endX : m.cx2();
    double cy2 = m.head() && m.cy2() == m.y2() ? endY : m.cy2();
    strokes.curve(m, cx2, cy2, endX, endY, colour(m.role()));
    if (m.head()) {
      head(m.x2(), m.y2(), angle, size, colour(m.role()));
    }
  }

  private void head(double x, double y, double angle, double size, int rgb) {
    double spread = 0.42;
    ends[0] = x;
    ends[1] = y;
    ends[2] = x - size * Math.cos(angle - spread);
    ends[3] = y - size * Math.sin(angle - spread);
    ends[4] = x - size * Math.cos(angle + spread);
    ends[5] = y - size * Math.sin(angle + spread);
    area(ends, 6, rgb, 1);
  }

  /** A ring is a disc on a disc. */
  private void disc(Mark.Disc m) {
    double half = m.thickness() / 2;
    if (half > 0) {
      disc(m.x(), m.y(), m.radius() + half, colour(m.stroke()));
    }
    if (m.fill() != m.stroke() || half == 0) {
      disc(m.x(), m.y(), m.radius() - half, colour(m.fill()));
    }
  }

  private void disc(double x, double y, double radius, int rgb) {
    double r = radius * scale;
    surface.round(x * scale - r, y * scale - r, x * scale + r, y * scale + r, r, rgb, 1);
  }
}

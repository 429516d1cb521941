package interleave.figure.format;

import interleave.figure.Figure;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import interleave.timeline.picture.FigureDrawing;
import java.util.List;

/**
 * A small picture of a run, to know it again by: its rows without words, in whole pixels, and
 * patterns as the colour that they have from afar. Some kilobytes at most.
 */
public final class SvgThumbnail {
  /** Rows beyond are left out; what is there is squeezed into the picture. */
  private static final double MOST_HIGH = 560;

  /** So many marks at most: what lies under others comes first. */
  private static final int MOST_MARKS = 900;

  private static final double WORDS_HIGH = 20;

  private static final double PATTERN = 0.45;

  private final FigureDrawing.Sign sign;
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();
  private String open = "";
  private int marks;

  private SvgThumbnail(Figure figure) {
    sign = figure.sign(MOST_HIGH);
    palette = figure.palette();
  }

  public static String of(Figure figure) {
    return new SvgThumbnail(figure).text();
  }

  private String text() {
    long width = Math.round(sign.right() - sign.left());
    long height = Math.max(1, Math.round(sign.bottom() - sign.top()));
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(width);
    out.append(' ').append(height).append("\" preserveAspectRatio=\"none\">");
    String ground = Integer.toHexString(0x1000000 | palette.colour(Role.BACKGROUND)).substring(1);
    out.append("<path fill=\"#").append(ground).append("\" d=\"M0 0h").append(width).append('v');
    out.append(height).append('h').append(-width).append('z');
    open = "";
    List<Mark> all = sign.picture().list().marks();
    for (int i = 0; i < all.size() && marks < MOST_MARKS; i++) {
      if (i + 1 == all.size() || !isBehindWords(all.get(i), all.get(i + 1))) {
        paint(all.get(i), width, height);
      }
    }
    return out.append("\"/></svg>").toString();
  }

  /** What words stand on says nothing without them. */
  private static boolean isBehindWords(Mark mark, Mark next) {
    return mark instanceof Mark.Fill ground
        && next instanceof Mark.Text words
        && ground.h() < WORDS_HIGH
        && words.y() > ground.y()
        && words.y() < ground.y() + ground.h();
  }

  private void paint(Mark mark, long width, long height) {
    switch (mark) {
      case Mark.Fill m ->
          box(m.x(), m.y(), m.w(), m.h(), blend(m.role(), m.alpha()), width, height);
      case Mark.Hatch m -> {
        int colour = mixed(palette.colour(m.ink()), palette.colour(m.ground()), PATTERN);
        box(m.x(), m.y(), m.w(), m.h(), colour, width, height);
      }
      case Mark.Area m -> area(m.points(), blend(m.role(), m.alpha()), width, height);
      case Mark.Curve m -> {
        double[] line = {m.x1(), m.y1(), m.x2(), m.y2()};
        line(line, palette.colour(m.role()), width, height);
      }
      // Outlines, beads and words are too fine.
      case Mark.Outline _, Mark.Line _, Mark.Path _, Mark.Disc _, Mark.Text _ -> {}
    }
  }

  private int blend(Role role, double alpha) {
    return mixed(palette.colour(role), palette.colour(Role.BACKGROUND), alpha);
  }

  private static int mixed(int ink, int ground, double share) {
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int of = ink >> shift & 0xFF;
      int behind = ground >> shift & 0xFF;
      mixed |= (int) Math.round(of * share + behind * (1 - share)) << shift;
    }
    return mixed;
  }

  private void box(
      double left, double top, double w, double h, int colour, long width, long height) {
    long x = Math.max(0, Math.round(left - sign.left()));
    long y = Math.max(0, Math.round(top - sign.top()));
    long right = Math.min(width, Math.round(left + w - sign.left()));
    long bottom = Math.min(height, Math.round(top + h - sign.top()));
    if (right >= x && bottom > y + 1 && x < width && right >= 0 && left + w > sign.left()) {
      begin("fill", colour);
      out.append('M').append(x).append(' ').append(y).append('h').append(Math.max(1, right - x));
      out.append('v').append(bottom - y).append('h').append(-Math.max(1, right - x)).append('z');
    }
  }

  private void area(double[] points, int colour, long width, long height) {
    begin("fill", colour);
    points(points, width, height);
    out.append('z');
  }

  private void line(double[] points, int colour, long width, long height) {
    if (points[2] > sign.left()) {
      begin("fill=\"none\" stroke", colour);
      points(points, width, height);
    }
  }

  private void points(double[] points, long width, long height) {
    long before = Long.MIN_VALUE;
    for (int i = 0; i < points.length; i += 2) {
      long x = Math.clamp(Math.round(points[i] - sign.left()), 0, width);
      long y = Math.clamp(Math.round(points[i + 1] - sign.top()), 0, height);
      long here = x * 100_000 + y;
      if (here != before) {
        out.append(i == 0 ? 'M' : 'L').append(x).append(' ').append(y);
      }
      before = here;
    }
  }

  /** A path of that colour, or more of the one that is open. */
  private void begin(String paint, int colour) {
    marks++;
    String hex = paint + "=\"#" + Integer.toHexString(0x1000000 | colour).substring(1);
    if (!hex.equals(open)) {
      out.append("\"/><path ").append(hex).append("\" d=\"");
      open = hex;
    }
  }
}

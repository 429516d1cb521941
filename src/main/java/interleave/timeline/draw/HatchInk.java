package interleave.timeline.draw;

/**
 * Where the ink of a hatched area lies, in one place for all who paint it. Upright patterns are
 * rectangles; of slanted ones it is how far apart and how thick their lines are.
 */
public final class HatchInk {
  public static final double DIAGONAL_STEP = 7;
  public static final double DIAGONAL = 2;
  public static final double BACK_STEP = 8;
  public static final double LINE = 1.5;

  private static final double LINE_STEP = 5;
  private static final double DOT_STEP = 6;
  private static final double DOT = 1.4;
  private static final double DASH_STEP = 9;
  private static final double DASH = 5;
  private static final double DASH_HIGH = 1.3;

  /** What is narrower has no room for slanted lines. */
  private static final double NARROW = 3;

  private HatchInk() {}

  /** Takes the rectangles. */
  @FunctionalInterface
  public interface Rectangles {
    void add(double x, double y, double w, double h);
  }

  /** Takes the lines. */
  @FunctionalInterface
  public interface Lines {
    void add(double x1, double y1, double x2, double y2);
  }

  /** How thick the lines of a slanted pattern are. */
  public static double thickness(FillPattern pattern) {
    return pattern == FillPattern.DIAGONAL ? DIAGONAL : LINE;
  }

  /**
   * The middles of the lines of a slanted pattern, cut where they leave the area: from the bottom
   * edge up to the right, or from the top edge down to the right. None of an upright one.
   */
  public static void lines(Mark.Hatch m, Lines to) {
    boolean up = m.pattern() == FillPattern.DIAGONAL;
    if (!up && m.pattern() != FillPattern.BACK_DIAGONAL) {
      return;
    }
    double right = m.x() + m.w();
    double step = up ? DIAGONAL_STEP : BACK_STEP;
    for (double x = phased(m.phase(), m.x() - m.h(), step); x < right; x += step) {
      double from = Math.max(x, m.x());
      double until = Math.min(x + m.h(), right);
      double edge = up ? m.y() + m.h() : m.y();
      int down = up ? -1 : 1;
      if (until > from) {
        to.add(from, edge + down * (from - x), until, edge + down * (until - x));
      }
    }
  }

  /** Whether all of the area is ink. */
  public static boolean isSolid(Mark.Hatch m) {
    return m.pattern() == FillPattern.PLAIN
        || m.pattern() == FillPattern.DIAGONAL && m.w() < NARROW;
  }

  /** The ink of an upright pattern; none of a slanted one. */
  public static void rectangles(Mark.Hatch m, Rectangles to) {
    switch (m.pattern()) {
      case HORIZONTAL -> horizontal(m, to);
      case VERTICAL -> vertical(m, to);
      case DOTS -> dots(m, to);
      case DASHES -> dashes(m, to);
      case PLAIN, DIAGONAL, BACK_DIAGONAL -> {}
    }
  }

  private static void horizontal(Mark.Hatch m, Rectangles to) {
    for (double y = m.y() + 1; y < m.y() + m.h(); y += LINE_STEP) {
      to.add(m.x(), y, m.w(), LINE);
    }
  }

  private static void vertical(Mark.Hatch m, Rectangles to) {
    double first = phased(m.phase(), m.x(), LINE_STEP) + LINE_STEP / 2;
    for (double x = first; x < m.x() + m.w() - 1; x += LINE_STEP) {
      to.add(x, m.y(), LINE, m.h());
    }
  }

  private static void dots(Mark.Hatch m, Rectangles to) {
    double first = phased(m.phase(), m.x(), DOT_STEP) + DOT_STEP / 2;
    int row = 0;
    for (double y = m.y() + 3; y < m.y() + m.h() - 1; y += DOT_STEP / 1.5, row++) {
      double shift = row % 2 == 0 ? 0 : DOT_STEP / 2;
      for (double x = first - shift; x < m.x() + m.w() - 0.7; x += DOT_STEP) {
        if (x >= m.x()) {
          to.add(x, y, DOT, DOT);
        }
      }
    }
  }

  private static void dashes(Mark.Hatch m, Rectangles to) {
    double right = m.x() + m.w();
    double first = phased(m.phase(), m.x() - DASH_STEP, DASH_STEP);
    boolean shifted = false;
    for (double y = m.y() + 2; y < m.y() + m.h() - 1; y += 4, shifted = !shifted) {
      for (double x = first + (shifted ? DASH_STEP / 2 : 0); x < right; x += DASH_STEP) {
        double from = Math.max(x, m.x());
        double until = Math.min(x + DASH, right);
        if (until > from) {
          to.add(from, y, until - from, DASH_HIGH);
        }
      }
    }
  }

  /** The first of the places {@code step} apart, one of them at {@code phase}, at or after x. */
  private static double phased(double phase, double x, double step) {
    return phase + Math.ceil((x - phase) / step) * step;
  }
}

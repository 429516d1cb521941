package interleave.figure.format;

import interleave.timeline.draw.FillPattern;
import interleave.timeline.draw.HatchInk;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;

/** Hatches as patterns: one period of each, from {@link HatchInk}. */
final class SvgHatch {
  private SvgHatch() {}

  /** After how many pixels it is the same again, to the right and down. */
  private static double[] period(FillPattern pattern) {
    return switch (pattern) {
      case DIAGONAL -> new double[] {HatchInk.DIAGONAL_STEP, HatchInk.DIAGONAL_STEP};
      case BACK_DIAGONAL -> new double[] {HatchInk.BACK_STEP, HatchInk.BACK_STEP};
      case HORIZONTAL, VERTICAL -> new double[] {5, 5};
      case DOTS -> new double[] {6, 8};
      case DASHES -> new double[] {9, 8};
      case PLAIN -> new double[] {1, 1};
    };
  }

  /** A phase that means the same, as small as it can be. */
  static double rest(double phase, FillPattern pattern) {
    double step = period(pattern)[0];
    return phase - Math.floor(phase / step) * step;
  }

  /** The element that defines it. */
  static String pattern(String name, FillPattern pattern, String colour) {
    double[] period = period(pattern);
    StringBuilder out = new StringBuilder("<pattern id=\"").append(name);
    out.append("\" patternUnits=\"userSpaceOnUse\" width=\"").append(Numbers.of(period[0]));
    out.append("\" height=\"").append(Numbers.of(period[1])).append("\">");
    switch (pattern) {
      case DIAGONAL -> slanted("M-1 1L1 -1M0 7L7 0M6 8L8 6", HatchInk.DIAGONAL, colour, out);
      case BACK_DIAGONAL -> slanted("M-1 7L1 9M0 0L8 8M7 -1L9 1", HatchInk.LINE, colour, out);
      default -> upright(pattern, period, colour, out);
    }
    return out.append("</pattern>\n").toString();
  }

  private static void slanted(String path, double thickness, String colour, StringBuilder out) {
    out.append("<path d=\"").append(path).append("\" fill=\"none\" stroke=\"").append(colour);
    out.append("\" stroke-width=\"").append(Numbers.of(thickness)).append("\"/>");
  }

  /** What falls into one period of an area that is larger. */
  private static void upright(
      FillPattern pattern, double[] period, String colour, StringBuilder out) {
    double wide = period[0];
    double high = period[1];
    Mark.Hatch area =
        new Mark.Hatch(-wide, 0, 3 * wide, high + 1, pattern, Role.TEXT, Role.BACKGROUND, 0);
    out.append("<path d=\"");
    HatchInk.rectangles(
        area,
        (x, y, w, h) -> {
          double left = Math.max(0, x);
          double right = Math.min(wide, x + w);
          if (right > left && y < high) {
            out.append('M').append(Numbers.of(left)).append(' ').append(Numbers.of(y));
            out.append('h').append(Numbers.of(right - left));
            out.append('v').append(Numbers.of(Math.min(h, high - y)));
            out.append('h').append(Numbers.of(left - right)).append('z');
          }
        });
    out.append("\" fill=\"").append(colour).append("\"/>");
  }
}

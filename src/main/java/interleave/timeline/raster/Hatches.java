package interleave.timeline.raster;

import interleave.timeline.draw.HatchInk;
import interleave.timeline.draw.Mark;
import java.util.HashMap;
import java.util.Map;

/**
 * Hatched areas. Of slanted lines the colour of a pixel follows from where it lies across them: a
 * row of colours is made once for a pattern, and every row of pixels is read from it.
 */
final class Hatches {
  /** Colours of a row a pixel. */
  private static final int FINE = 16;

  /** What lies no further from a whole pixel is one. */
  private static final double EXACT = 0.02;

  private final Surface surface;
  private final double scale;
  private final Map<Slant, Row> slants = new HashMap<>();

  Hatches(Surface surface, double scale) {
    this.surface = surface;
    this.scale = scale;
  }

  private record Slant(double step, double thickness, int ink, int ground) {}

  void paint(Mark.Hatch m, int ink, int ground) {
    boolean solid = HatchInk.isSolid(m);
    rect(m.x(), m.y(), m.w(), m.h(), solid ? ink : ground);
    if (solid) {
      return;
    }
    switch (m.pattern()) {
      case DIAGONAL ->
          slanted(m, new Slant(HatchInk.DIAGONAL_STEP, HatchInk.DIAGONAL, ink, ground), 1);
      case BACK_DIAGONAL ->
          slanted(m, new Slant(HatchInk.BACK_STEP, HatchInk.LINE, ink, ground), -1);
      case PLAIN, HORIZONTAL, VERTICAL, DOTS, DASHES ->
          HatchInk.rectangles(m, (x, y, w, h) -> rect(x, y, w, h, ink));
    }
  }

  private void rect(double x, double y, double w, double h, int rgb) {
    surface.rect(x * scale, y * scale, (x + w) * scale, (y + h) * scale, rgb, 1);
  }

  /** Whole pixels from the row of colours; of those that are covered in part the ink's share. */
  private void slanted(Mark.Hatch m, Slant slant, int up) {
    Row row = slants.computeIfAbsent(slant, this::row);
    double x0 = m.x() * scale;
    double x1 = (m.x() + m.w()) * scale;
    double y0 = Math.max(0, m.y() * scale);
    double y1 = Math.min(surface.height, (m.y() + m.h()) * scale);
    double origin = (m.phase() + (up > 0 ? m.y() + m.h() : -m.y())) * scale;
    int left = (int) Math.ceil(x0 - EXACT);
    int right = (int) Math.floor(x1 + EXACT);
    for (int y = (int) y0; y < y1; y++) {
      double part = Math.min(y + 1, y1) - Math.max(y, y0);
      double across = up * (y + 0.5) - origin + 0.5;
      if (part > 1 - EXACT && left < right) {
        int first = row.at(left + across);
        surface.repeat(left, right, y, row.colours, first, FINE);
        inked(x0, left, left - 1, y, row, across, slant.ink, left - x0);
        inked(right, x1, right, y, row, across, slant.ink, x1 - right);
      } else {
        for (int x = (int) Math.floor(x0); x < x1; x++) {
          double wide = Math.min(x + 1, x1) - Math.max(x, x0);
          surface.blend(x, y, slant.ink, row.share(x + across) * part * wide);
        }
      }
    }
  }

  /** The pixel between two edges, where there is any between them. */
  private void inked(
      double from, double to, int x, int y, Row row, double across, int ink, double wide) {
    if (to - from > EXACT) {
      surface.blend(x, y, ink, row.share(x + across) * wide);
    }
  }

  /**
   * One period across the lines, {@link #FINE} places a pixel.
   *
   * @param shares how much of a pixel there is ink
   */
  private record Row(int[] colours, double[] shares, double period) {
    int at(double across) {
      return (int) Math.floorMod(Math.round(across * shares.length / period), (long) shares.length);
    }

    double share(double across) {
      return shares[at(across)];
    }
  }

  private Row row(Slant slant) {
    double step = slant.step * scale;
    int[] colours = new int[Math.max(FINE + 1, (int) Math.round(step * FINE))];
    double[] shares = new double[colours.length];
    double half = slant.thickness * scale / 2 * Math.sqrt(2);
    for (int i = 0; i < colours.length; i++) {
      double at = step * i / colours.length;
      double share = 0;
      for (int line = -1; line <= 1; line++) {
        double away = at + line * step;
        share += before(half - away) - before(-half - away);
      }
      shares[i] = Math.min(1, share);
      colours[i] = Surface.mixed(slant.ground, slant.ink, (int) (shares[i] * 256 + 0.5));
    }
    return new Row(colours, shares, step);
  }

  /** The part of a pixel that lies before {@code t}, measured across its diagonal. */
  private static double before(double t) {
    if (t <= -1) {
      return 0;
    } else if (t >= 1) {
      return 1;
    }
    return t < 0 ? (t + 1) * (t + 1) / 2 : 1 - (1 - t) * (1 - t) / 2;
  }
}

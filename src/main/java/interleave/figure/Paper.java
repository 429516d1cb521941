package interleave.figure;

/**
 * What a figure is drawn on.
 *
 * @param width in its unit
 * @param scale pixels a point, for formats of pixels: 1 to 4
 * @param embedsFonts whether a file of words carries the fonts, and does not only name them
 * @param page what it is laid on, for formats with pages
 * @param strips how many pieces of equal length its time is divided into, one below the other
 */
public record Paper(
    double width, Unit unit, int scale, boolean embedsFonts, PageSize page, int strips) {
  /** As wide as a figure mostly is. */
  public static final Paper USUAL = new Paper(1440, Unit.PX, 2, true, PageSize.FIGURE, 1);

  private static final double NARROWEST = 320;
  private static final double WIDEST = 10_000;
  private static final int MOST_STRIPS = 50;

  /** What widths are given in. */
  public enum Unit {
    PX("px", 1),
    MM("mm", 96 / 25.4);

    private final String word;
    private final double pixels;

    Unit(String word, double pixels) {
      this.word = word;
      this.pixels = pixels;
    }

    public String word() {
      return word;
    }

    /** How many pixels of 1/96 inch it is. */
    public double pixels() {
      return pixels;
    }
  }

  public Paper {
    width = Math.clamp(width, NARROWEST / unit.pixels, WIDEST / unit.pixels);
    scale = Math.clamp(scale, 1, 4);
    strips = Math.clamp(strips, 1, MOST_STRIPS);
  }

  /** How many pixels wide it is at scale 1, of which 96 are an inch. */
  public double pixels() {
    return width * unit.pixels;
  }

  public Paper wide(double other, Unit in) {
    return new Paper(other, in, scale, embedsFonts, page, strips);
  }

  public Paper scaled(int other) {
    return new Paper(width, unit, other, embedsFonts, page, strips);
  }

  public Paper embedding(boolean fonts) {
    return new Paper(width, unit, scale, fonts, page, strips);
  }

  public Paper on(PageSize other) {
    return new Paper(width, unit, scale, embedsFonts, other, strips);
  }

  public Paper in(int pieces) {
    return new Paper(width, unit, scale, embedsFonts, page, pieces);
  }
}

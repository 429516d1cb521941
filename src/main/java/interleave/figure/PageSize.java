package interleave.figure;

import java.util.Locale;

/** The pages that a figure is laid on where its format has pages. */
public enum PageSize {
  /** As large as the figure. */
  FIGURE(0, 0),
  A4(210, 297),
  A4_LANDSCAPE(297, 210),
  LETTER(215.9, 279.4),
  LETTER_LANDSCAPE(279.4, 215.9);

  /** What stays free on each side, in millimetres. */
  public static final double MARGIN = 15;

  private final double width;
  private final double height;

  PageSize(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /** In millimetres. */
  public double width() {
    return width;
  }

  public double height() {
    return height;
  }

  /** As on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

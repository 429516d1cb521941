package interleave.timeline.layout;

/**
 * How the area of a timeline is divided, in pixels.
 *
 * <pre>
 *   left                                                      right
 *   |  overview                                               |   30
 *   |  gutter: names  | ruler                                 |   34
 *   |  gutter         | rows                                  |   what is left
 *   |  legend                                                 |   36
 * </pre>
 *
 * @param left empty space at the left
 * @param right empty space at the right
 * @param gutter width of the column of names
 */
public record PictureAreas(
    double width, double height, double left, double right, double gutter, double legend) {
  public static final double OVERVIEW = 30;
  public static final double RULER = 36;
  public static final double LEGEND = 36;

  public static PictureAreas of(double width, double height) {
    double gutter = width < 720 ? 140 : 180;
    return new PictureAreas(width, height, 20, 12, gutter, LEGEND);
  }

  public PictureAreas withGutter(double pixels) {
    return new PictureAreas(width, height, left, right, pixels, legend);
  }

  /** Without the legend. */
  public PictureAreas withoutLegend() {
    return withLegend(0);
  }

  public PictureAreas withLegend(double pixels) {
    return new PictureAreas(width, height, left, right, gutter, pixels);
  }

  public PictureAreas withHeight(double pixels) {
    return new PictureAreas(width, pixels, left, right, gutter, legend);
  }

  public double trackLeft() {
    return left + gutter;
  }

  public double trackRight() {
    return Math.max(trackLeft() + 10, width - right);
  }

  public double trackWidth() {
    return trackRight() - trackLeft();
  }

  public double rulerTop() {
    return OVERVIEW + 4;
  }

  public double bodyTop() {
    return rulerTop() + RULER;
  }

  public double bodyBottom() {
    return Math.max(bodyTop(), height - legend);
  }

  public double bodyHeight() {
    return bodyBottom() - bodyTop();
  }

  /** The scale that a window has in these tracks. */
  public TimeScale scale(Viewport viewport) {
    return viewport.scale(trackLeft(), trackWidth());
  }

  /** The scale of the overview, which shows all of [from, to), drawn together where windows are. */
  public TimeScale overview(long from, long to, AxisBreak gap) {
    return gap.window(from, Math.max(to, from + 1000)).scale(left, width - left - right);
  }
}

package interleave.figure.format;

import interleave.figure.Figure;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.Shift;
import interleave.timeline.raster.Raster;
import interleave.timeline.raster.Surface;
import interleave.typeface.OutlineLetters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Paints display lists as pixels, a band of rows at a time: a figure may be very high. */
public final class PixelPainter {
  private static final int OPAQUE = 0xFF000000;

  private final Figure figure;
  private final OutlineLetters letters;
  private final double scale;

  /**
   * @param scale pixels a point
   */
  public PixelPainter(Figure figure, double scale) {
    this.figure = figure;
    this.scale = scale;
    letters = new OutlineLetters(figure.type(), scale);
  }

  /** How many pixels that many points are. */
  public int pixels(double points) {
    return (int) Math.ceil(points * scale - 1e-6);
  }

  /** All of a list, row by row from the top left, as 0xFFRRGGBB. */
  public int[] whole(DisplayList list) {
    return band(list, 0, pixels(list.height()));
  }

  /** So many rows of pixels from the top. */
  public int[] rows(DisplayList list, int rows) {
    return band(list, 0, rows);
  }

  /** So many rows of pixels from that one on. */
  int[] band(DisplayList list, int top, int rows) {
    int width = pixels(list.width());
    int[] pixels = new int[width * rows];
    Arrays.fill(pixels, OPAQUE | figure.palette().colour(Role.BACKGROUND));
    double from = top / scale;
    double to = (top + rows) / scale;
    List<Mark> marks = new ArrayList<>();
    for (Mark mark : list.marks()) {
      if (Bounds.of(mark).meets(from, to)) {
        marks.add(top == 0 ? mark : Shift.down(mark, -from));
      }
    }
    Surface surface = new Surface(width, rows, pixels);
    new Raster(surface, letters, figure.palette())
        .paint(new DisplayList(list.width(), to - from, marks));
    return pixels;
  }
}

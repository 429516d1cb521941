package interleave.figure.format;

import interleave.figure.Figure;
import interleave.timeline.draw.DisplayList;

/** A figure, or a page of one, as the text of an SVG document for others to embed. */
public final class SvgPicture {
  private SvgPicture() {}

  public static String of(Figure figure, DisplayList list) {
    return new SvgPainter(figure, list).text();
  }
}

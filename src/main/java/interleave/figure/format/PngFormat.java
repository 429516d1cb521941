package interleave.figure.format;

import interleave.figure.Figure;
import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import interleave.words.Product;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;

/** Pixels: the portable network graphics. */
final class PngFormat implements FigureFormat {
  private static final int BAND = 512;
  private static final int INCH = 96;

  /** Beyond, readers of pictures give up: what has more becomes coarser. */
  private static final double MOST_PIXELS = 160e6;

  @Override
  public String suffix() {
    return ".png";
  }

  @Override
  public String title() {
    return Words.of("figure").get("png");
  }

  @Override
  public boolean ofPixels() {
    return true;
  }

  @Override
  public void write(Figure figure, OutputStream out, Progress progress) throws IOException {
    DisplayList list = figure.whole();
    int scale = scale(figure, list);
    PixelPainter painter = new PixelPainter(figure, scale);
    int width = painter.pixels(list.width());
    int height = painter.pixels(list.height());
    PngFile file = new PngFile(out, width, height, PngFile.RED_GREEN_BLUE);
    file.resolution(INCH * scale);
    file.tell("Title", figure.caption().title());
    file.tell("Description", figure.caption().subtitle());
    file.tell("Software", Product.nameAndVersion());
    try (PngLines lines = new PngLines(width, 3)) {
      for (int top = 0; top < height; top += BAND) {
        int rows = Math.min(BAND, height - top);
        lines.add(painter.band(list, top, rows), 0, width, rows);
        byte[] packed = top + rows == height ? lines.end() : lines.taken();
        if (packed.length > 0) {
          file.chunk("IDAT", packed);
        }
        Progress.check(progress, top + rows, height);
      }
    }
    file.end();
  }

  private static int scale(Figure figure, DisplayList list) {
    int scale = figure.options().paper().scale();
    while (scale > 1 && list.width() * list.height() * scale * scale > MOST_PIXELS) {
      scale--;
    }
    return scale;
  }
}

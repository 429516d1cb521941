package interleave.view.figure;

import interleave.figure.Figure;
import interleave.figure.format.FigureFormat;
import interleave.figure.format.FigureFormats;
import interleave.figure.format.PixelPainter;
import interleave.file.Progress;
import interleave.timeline.draw.DisplayList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/**
 * A figure for the clipboard: as pixels, and as a drawing for programs that take one.
 *
 * @param pixels row by row
 */
public record FigureCopy(int width, int height, int[] pixels, byte[] drawing) {
  private static final String SVG = "image/svg+xml";

  /** More pixels are no picture for a clipboard; it is made coarser. */
  private static final double MOST = 48e6;

  /** From any thread. */
  public static FigureCopy of(Figure figure) {
    DisplayList list = figure.whole();
    double scale = figure.options().paper().scale();
    double room = Math.sqrt(MOST / (list.width() * list.height()));
    PixelPainter painter = new PixelPainter(figure, Math.min(scale, room));
    int[] pixels = painter.whole(list);
    int width = painter.pixels(list.width());
    return new FigureCopy(width, pixels.length / width, pixels, svg(figure));
  }

  private static byte[] svg(Figure figure) {
    FigureFormat format = FigureFormats.of(Path.of("x.svg")).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(figure, out, Progress.UNHEARD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** As people say it: {@code 1440 × 900}. */
  public String size() {
    return width + " × " + height;
  }

  public Image image() {
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return image;
  }

  /** On the JavaFX thread. */
  public void put() {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image());
    content.put(drawn(), ByteBuffer.wrap(drawing));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** What such drawings are called on clipboards. */
  public static DataFormat drawn() {
    DataFormat known = DataFormat.lookupMimeType(SVG);
    return known == null ? new DataFormat(SVG) : known;
  }
}

package interleave.view.export;

import interleave.figure.format.PngFile;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** Pixels of the screen as PNG. */
final class PngFormat implements PictureFormat {
  @Override
  public String suffix() {
    return ".png";
  }

  @Override
  public String title() {
    return Words.of("view/export").get("png");
  }

  @Override
  public void write(Still still, OutputStream out) throws IOException {
    Image image = still.pixels();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    out.write(PngFile.encode(pixels, width, height));
  }
}

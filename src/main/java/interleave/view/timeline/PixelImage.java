package interleave.view.timeline;

import interleave.timeline.raster.Surface;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** An image that is painted from outside the toolkit. */
final class PixelImage {
  private final Surface surface;
  private final PixelBuffer<IntBuffer> buffer;
  private final Image image;
  private final int width;
  private final int height;

  PixelImage(int width, int height) {
    this.width = width;
    this.height = height;
    int[] pixels = new int[width * height];
    surface = new Surface(width, height, pixels);
    buffer =
        new PixelBuffer<>(
            width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    image = new WritableImage(buffer);
  }

  boolean is(int otherWidth, int otherHeight) {
    return width == otherWidth && height == otherHeight;
  }

  /** What to paint on, for the thread that has it. */
  Surface surface() {
    return surface;
  }

  /** The image with what was painted. On the JavaFX thread. */
  Image image() {
    buffer.updateBuffer(_ -> null);
    return image;
  }
}

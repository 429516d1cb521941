package interleave.view.export;

import interleave.words.Words;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/** Takes pictures of what is on the screen, at one to three times its size. */
public final class Pictures {
  private Pictures() {}

  /** On the JavaFX thread. */
  public static WritableImage take(Node node, int scale, Color ground) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(ground);
    Bounds bounds = node.getLayoutBounds();
    parameters.setViewport(
        new Rectangle2D(0, 0, bounds.getWidth() * scale, bounds.getHeight() * scale));
    return node.snapshot(parameters, null);
  }

  public static void copy(WritableImage image) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Writes a PNG; from any thread. */
  public static void write(Image image, Path file) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] pixels = ((DataBufferInt) out.getRaster().getDataBuffer()).getData();
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    if (!ImageIO.write(out, "png", file.toFile())) {
      throw new IOException(Words.of("view/control").get("no-png"));
    }
  }
}

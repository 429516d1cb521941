package interleave.view.timeline;

import interleave.words.Language;
import java.util.Arrays;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whether this system has a font with Chinese characters. The bundled fonts have none; the toolkit
 * finds a font of the system for them, and where there is none it draws the same empty box for
 * every character. So two characters that look the same tell that neither is there.
 */
public final class HanGlyphs {
  private static @Nullable Boolean there;

  private HanGlyphs() {}

  /** Whether words of {@code language} can be read when they are drawn. On the JavaFX thread. */
  public static boolean show(Language language) {
    return language != Language.CHINESE || there();
  }

  private static synchronized boolean there() {
    if (there == null) {
      there = !Arrays.equals(pixels("线"), pixels("锁"));
    }
    return there;
  }

  private static int[] pixels(String character) {
    Text text = new Text(character);
    text.setFont(Typefaces.bundled().font(interleave.timeline.draw.Face.TITLE));
    WritableImage image = text.snapshot(new SnapshotParameters(), null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }
}

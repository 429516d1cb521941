package interleave.view.export;

import interleave.timeline.draw.DisplayList;
import java.util.Optional;
import javafx.scene.image.Image;

/**
 * A picture before it is a file. Made on the JavaFX thread, and then on any.
 *
 * @param drawing what the pixels were painted from, for formats that draw it themselves; empty
 *     where the picture is of the screen
 */
public record Still(Image pixels, Optional<DisplayList> drawing) {
  /** One of which there are pixels only. */
  public static Still of(Image pixels) {
    return new Still(pixels, Optional.empty());
  }

  /** As people say it: {@code 1440 × 900}. */
  public String size() {
    return (int) pixels.getWidth() + " × " + (int) pixels.getHeight();
  }
}

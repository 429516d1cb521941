package interleave.view.export;

import javafx.scene.image.Image;

/** A picture of the screen before it is a file. Made on the JavaFX thread, and then on any. */
public record Still(Image pixels) {
  /** As people say it: {@code 1440 × 900}. */
  public String size() {
    return (int) pixels.getWidth() + " × " + (int) pixels.getHeight();
  }
}

package interleave.view.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * Inter for words and JetBrains Mono for code and numbers, from the program itself, so that it
 * looks the same everywhere.
 */
public final class Fonts {
  public static final String WORDS = "Inter";
  public static final String CODE = "JetBrains Mono";

  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf",
          "JetBrainsMono-SemiBold.ttf",
          "JetBrainsMono-Bold.ttf");

  private static boolean loaded;

  private Fonts() {}

  /** Makes them known to JavaFX; a second time does nothing. */
  public static synchronized void load() {
    if (loaded) {
      return;
    }
    loaded = true;
    for (String file : FILES) {
      try (InputStream in = Fonts.class.getResourceAsStream("/assets/fonts/" + file)) {
        if (in != null) {
          Font.loadFont(in, 12);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

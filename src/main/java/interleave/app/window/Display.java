package interleave.app.window;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a window can be opened here. */
public final class Display {
  private Display() {}

  public static boolean isThere() {
    return isThere(
        System.getProperty("os.name", ""), System.getProperty("glass.platform"), System.getenv());
  }

  public static boolean isThere(
      String os, @Nullable String platform, Map<String, String> environment) {
    if ("Headless".equalsIgnoreCase(platform)) {
      return false;
    }
    if (os.startsWith("Windows") || os.startsWith("Mac")) {
      return true;
    }
    return !environment.getOrDefault("DISPLAY", "").isBlank();
  }
}

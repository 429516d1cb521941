package interleave.timeline.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Display lists as text files beside the tests. To write them anew after a change that is meant:
 * run the tests with {@code -Dinterleave.goldens=write} and look at the difference.
 */
public final class Goldens {
  private static final Path FOLDER = Path.of("src/test/resources/interleave/timeline/draw");

  private Goldens() {}

  public static void compare(String name, String text) {
    try {
      if ("write".equals(System.getProperty("interleave.goldens"))) {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve(name + ".txt"), text);
        return;
      }
      try (InputStream in = Goldens.class.getResourceAsStream(name + ".txt")) {
        assertThat(in).describedAs("golden " + name).isNotNull();
        assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

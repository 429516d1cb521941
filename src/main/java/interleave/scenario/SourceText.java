package interleave.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The programs as they were written, which are resources of this package. */
final class SourceText {
  private SourceText() {}

  static String of(String path) {
    try (InputStream in = SourceText.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "This build lacks the resource interleave/scenario/" + path + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

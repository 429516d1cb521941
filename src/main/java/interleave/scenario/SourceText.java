package interleave.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The programs as they were written, which are resources of this package. */
final class SourceText {
  private SourceText() {}

  static String of(String path) {
    String text = find(path);
    if (text == null) {
      throw new IllegalStateException(
          "This build lacks the resource interleave/scenario/" + path + ".");
    }
    return text;
  }

  /** What that resource says; null where there is none such. */
  static @Nullable String find(String path) {
    try (InputStream in = SourceText.class.getResourceAsStream(path)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

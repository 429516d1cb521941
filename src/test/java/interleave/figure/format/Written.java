package interleave.figure.format;

import interleave.figure.Figure;
import interleave.file.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Figures as bytes. */
final class Written {
  private Written() {}

  static byte[] as(String suffix, Figure figure) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      FigureFormats.of(Path.of("x" + suffix)).orElseThrow().write(figure, out, Progress.UNHEARD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}

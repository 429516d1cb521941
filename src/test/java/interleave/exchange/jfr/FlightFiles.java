package interleave.exchange.jfr;

import interleave.file.OpenedRecording;
import interleave.file.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The flight recordings that are kept for tests. */
final class FlightFiles {
  private FlightFiles() {}

  /** The bytes of one as it was written. */
  static byte[] bytes(String name) {
    try (InputStream packed = FlightFiles.class.getResourceAsStream(name + ".jfr.gz");
        InputStream in = new GZIPInputStream(Objects.requireNonNull(packed, name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path folder, byte[] bytes) throws IOException {
    return Files.write(folder.resolve("flight.jfr"), bytes);
  }

  static OpenedRecording open(Path folder, byte[] bytes) throws IOException {
    return new JfrFormat().open(file(folder, bytes), Progress.UNHEARD);
  }
}

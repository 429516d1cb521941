package interleave.program.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that people wrote: text of less than a megabyte. */
final class TextFile {
  static final int MOST_BYTES = 1_000_000;

  private TextFile() {}

  /** Its bytes; empty where it is no such file, or is not there. */
  static Optional<byte[]> bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      return bytes.length < MOST_BYTES && text(bytes).isPresent()
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** What stands in bytes; empty where they are no text. */
  static Optional<String> text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}

package interleave.app.opening;

import interleave.event.OwnerOnly;
import interleave.exchange.KnownFormats;
import interleave.program.RunOrigin;
import interleave.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Text that was copied elsewhere, such as a thread dump: it is opened as a file of it would be. */
public final class PastedText {
  private static final Words WORDS = Words.of("app/opening");
  private static final String PREFIX = "interleave-pasted";

  private PastedText() {}

  /** What is to be opened; empty where it is no text of a format that is known. */
  public static Optional<RunOrigin> of(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!KnownFormats.ALL.isKnown(bytes)) {
      return Optional.empty();
    }
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    Path file = OwnerOnly.newFile(place, PREFIX, ".txt");
    file.toFile().deleteOnExit();
    Files.write(file, bytes);
    String now = LocalTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return Optional.of(new RunOrigin.Saved(file, WORDS.get("pasted", now)));
  }
}

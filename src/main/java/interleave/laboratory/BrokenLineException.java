package interleave.laboratory;

import interleave.words.Words;
import java.io.IOException;

/** A host said what nobody can understand. */
final class BrokenLineException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 120;

  BrokenLineException(String line) {
    super(
        Words.of("laboratory")
            .get("broken", line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line));
  }
}

package interleave.view.session;

import interleave.words.Words;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Exceptions as sentences. */
public final class Errors {
  private static final Words WORDS = Words.of("view/session");

  private Errors() {}

  /** What went wrong, ending with a full stop. */
  public static String sentence(Throwable e) {
    String text =
        switch (e) {
          case NoSuchFileException missing -> WORDS.get("error.missing", missing.getFile());
          case AccessDeniedException denied -> WORDS.get("error.denied", denied.getFile());
          default -> {
            String message = e.getMessage();
            yield message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
          }
        };
    return text.matches("(?s).*[.。]") ? text : WORDS.get("error.sentence", text);
  }
}

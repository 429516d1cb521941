package interleave.view.session;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Exceptions as sentences. */
public final class Errors {
  private Errors() {}

  /** What went wrong, ending with a full stop. */
  public static String sentence(Throwable e) {
    String text =
        switch (e) {
          case NoSuchFileException missing -> "There is no file " + missing.getFile();
          case AccessDeniedException denied -> "No permission for " + denied.getFile();
          default -> {
            String message = e.getMessage();
            yield message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
          }
        };
    return text.endsWith(".") ? text : text + ".";
  }
}

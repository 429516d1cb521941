package interleave.app.window;

import interleave.engine.StartException;
import interleave.program.RunOrigin;
import interleave.words.Words;
import java.util.Optional;

/** The way from the command line to the window. */
public final class Windows {
  private static final Words WORDS = Words.of("app");

  private Windows() {}

  /**
   * Opens the window and returns when it is closed.
   *
   * @param first what it runs or opens at first; the gallery alone where it is empty
   */
  public static int open(Optional<RunOrigin> first) throws StartException {
    try {
      WindowApplication.open(first);
      return 0;
    } catch (UnsupportedOperationException e) {
      throw new StartException(WORDS.get("no-window", String.valueOf(e.getMessage())), e);
    }
  }
}

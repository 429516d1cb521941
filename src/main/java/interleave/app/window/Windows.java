package interleave.app.window;

import interleave.engine.StartException;
import interleave.program.RunOrigin;
import interleave.words.Words;
import java.util.Optional;

/** The way from the command line to the window. */
public final class Windows {
  private static final Words WORDS = Words.of("app");

  private Windows() {}

  /** Whatever window is opened is a teacher's. */
  public static void teach() {
    WindowApplication.teach();
  }

  /**
   * Opens the window and returns when it is closed.
   *
   * @param first what it runs or opens at first; the gallery alone where it is empty
   */
  public static int open(Optional<RunOrigin> first) throws StartException {
    return open(first, 0);
  }

  /**
   * The same, with stacks sampled.
   *
   * @param samplesNs at which interval; 0 for as the settings of the window say
   */
  public static int open(Optional<RunOrigin> first, long samplesNs) throws StartException {
    try {
      WindowApplication.open(first, samplesNs);
      return 0;
    } catch (UnsupportedOperationException e) {
      throw new StartException(WORDS.get("no-window", String.valueOf(e.getMessage())), e);
    }
  }
}

package interleave.exchange.dump;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a thread together whose name has the end of a line in it. What does not come to
 * anything was other output.
 */
final class BrokenName {
  /** A name is not broken into more lines. */
  private static final int MOST = 8;

  private @Nullable String begun;
  private int lines;

  /** That line may be the first of such. */
  void begin(String line) {
    begun = line;
    lines = 1;
  }

  boolean isGoing() {
    return begun != null;
  }

  /**
   * All so far with a further line.
   *
   * @param whole whether all lines together are what was expected
   * @return null where more is to come, or where nothing came of it: then nothing is going any
   *     more, and the further line is none of its
   */
  @Nullable String with(String line, Predicate<String> whole) {
    String all = begun + "\n" + line;
    boolean done = whole.test(all);
    boolean over = done || lines >= MOST;
    begun = over ? null : all;
    lines = done ? 0 : over ? lines : lines + 1;
    return done ? all : null;
  }

  /** Nothing came of it; how many lines it were. */
  int drop() {
    int dropped = lines;
    begun = null;
    lines = 0;
    return dropped;
  }
}

package interleave.explore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a run ended, as far as two runs may differ in it.
 *
 * @param text of it: the exit code, or the exception
 * @param values of watched fields at the end, by their names
 * @param output all that was printed
 * @param waiting who waits for what for ever, in a deadlock
 */
public record Ending(
    Kind kind, String text, Map<String, String> values, String output, List<Wait> waiting) {

  /** In which way; each has the same word in what hosts say. */
  public enum Kind {
    DONE,
    EXIT,
    EXCEPTION,
    DEADLOCK,
    /** Whoever is left goes round alike for ever. */
    LIVELOCK,
    /** It took more steps than a run may. */
    STEPS,
    /** It waits for what is not controlled. */
    STUCK,
    /** It was given up. */
    STOPPED,
    /** The schedule named a thread that could not go on. */
    ASTRAY;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** As hosts say it. */
    public String word() {
      return word;
    }

    /** The kind of that word; empty where there is none. */
    public static Optional<Kind> of(String word) {
      for (Kind kind : values()) {
        if (kind.word.equals(word)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }

    /** Whether the program itself came to it: not cut off by us. */
    public boolean isOfProgram() {
      return switch (this) {
        case DONE, EXIT, EXCEPTION, DEADLOCK, LIVELOCK -> true;
        case STEPS, STUCK, STOPPED, ASTRAY -> false;
      };
    }
  }

  /**
   * A thread that waits for ever.
   *
   * @param object what it waits for, as it is called
   * @param owner who has that; empty where nobody or several have
   */
  public record Wait(
      ThreadId thread, Operation.Kind kind, String object, Optional<ThreadId> owner) {}

  public Ending {
    values = new TreeMap<>(values);
    waiting = List.copyOf(waiting);
  }
}

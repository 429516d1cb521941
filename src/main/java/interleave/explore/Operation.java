package interleave.explore;

import java.util.Locale;
import java.util.Optional;

/**
 * What a thread does next, and others could notice.
 *
 * @param object number of the thing in its run, see {@link SharedObject}; 0 where there is none, as
 *     for a sleep
 * @param detail more of it, such as the value that would be written; may be empty
 * @param place where it stands in the program
 */
public record Operation(Kind kind, int object, String detail, Place place) {

  /**
   * Where in a source file.
   *
   * @param line 0 where it is not known
   */
  public record Place(String file, int line) {
    public static final Place UNKNOWN = new Place("", 0);
  }

  /** What is done; each has the same word in what hosts say, see {@link #word}. */
  public enum Kind {
    LOCK,
    UNLOCK,
    TRYLOCK,
    WAIT,
    /** Gets the monitor back after a wait. */
    WAKE,
    NOTIFY,
    NOTIFYALL,
    READ,
    WRITE,
    /** Reads and writes as one. */
    UPDATE,
    PUT,
    TAKE,
    ACQUIRE,
    RELEASE,
    COUNTDOWN,
    AWAIT,
    BARRIER,
    JOIN,
    START,
    SLEEP,
    YIELD,
    PARK,
    UNPARK,
    SUBMIT,
    GET,
    INTERRUPT,
    PRINT,
    /** Goes round alike once more: only where what it looks at has changed, or nobody else can. */
    SPIN,
    OTHER;

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
  }
}

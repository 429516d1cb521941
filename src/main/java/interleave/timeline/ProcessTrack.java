package interleave.timeline;

import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process: its header in the timeline. {@code parent} is an index, -1 for the root. {@code
 * lanes} are indices.
 *
 * @param pid as its machine calls it
 * @param host index of its machine, 0 for the one that has the recording
 * @param end when its parent had waited for it, and nothing was left of it
 * @param died when it ended, which is earlier where nobody waited for it at once
 * @param turns what else became of it, in the order of time
 */
public record ProcessTrack(
    int index,
    long pid,
    int host,
    int parent,
    String name,
    String command,
    String runtime,
    Interpreter interpreter,
    boolean traced,
    long start,
    long end,
    long died,
    @Nullable Exit exit,
    Origin origin,
    List<Integer> lanes,
    List<Turn> turns) {

  private static final Words WORDS = Words.of("timeline/model");

  /** No system has such pids: whoever recorded it knows none. */
  private static final long NO_PID = 1L << 30;

  /** Whether it is known what its machine calls it. */
  public boolean hasPid() {
    return pid < NO_PID;
  }

  /** Its name, with its pid where that is known. */
  public String called() {
    return hasPid() ? name + " " + pid : name;
  }

  /** Whether it was a zombie for some time: ended, and still there for its parent to ask how. */
  public boolean wasZombie() {
    return died < end;
  }

  /** Whether its threads run where nothing else is said of them; an importer may not know. */
  public boolean tellsRunning() {
    return !runtime.equals("other");
  }

  /**
   * A turn in its life: it became another program under its pid, or was given another parent.
   *
   * @param pid of the parent; 0 where it became another program
   * @param text what that program is called, or what the parent is called, where that is known
   * @param before what it was called until then
   */
  public record Turn(long time, Sort sort, long pid, String text, String before) {
    /** Which of them. */
    public enum Sort {
      EXEC,
      ADOPTED
    }

    /** {@code exec sort}, {@code parent: init, pid 1}, in the language of the reader. */
    public String show() {
      return switch (sort) {
        case EXEC -> WORDS.get("turn.exec", text);
        case ADOPTED ->
            text.isEmpty()
                ? WORDS.get("turn.adopted", String.valueOf(pid))
                : WORDS.get("turn.adopted.named", text, String.valueOf(pid));
      };
    }

    /** The same as a sentence. */
    public String tell() {
      return switch (sort) {
        case EXEC -> WORDS.get("turn.exec.tell", before, text);
        case ADOPTED ->
            WORDS.get("turn.adopted.tell", text.isEmpty() ? "" : text + ", ", String.valueOf(pid));
      };
    }
  }

  /**
   * Where it comes from.
   *
   * @param method {@code fork}, {@code spawn} or {@code forkserver}; empty for a command
   * @param daemon whether a library ends it with its parent
   * @param systemParent pid of the process that is its parent to the system, 0 when not known;
   *     {@link #parent} is the one that asked for it
   * @param service whether it serves a library only
   */
  public record Origin(String method, boolean daemon, long systemParent, boolean service) {
    public static final Origin UNKNOWN = new Origin("", false, 0, false);
  }

  /**
   * What runs its program, as far as its tracer has told.
   *
   * @param name with the version, such as {@code CPython 3.13.0}; empty where it is not known
   * @param freeThreaded whether it was built to let threads run at the same time
   * @param gil whether threads take turns
   */
  public record Interpreter(String name, boolean freeThreaded, boolean gil) {
    public static final Interpreter UNKNOWN = new Interpreter("", false, true);

    /** {@code CPython 3.13.0, free-threaded}, in the language of the reader. */
    public String show() {
      return !freeThreaded
          ? name
          : WORDS.get(gil ? "interpreter.free.gil" : "interpreter.free", name);
    }
  }

  /** How it ended: one of code and signal is known, or neither. */
  public record Exit(@Nullable Integer code, @Nullable String signal) {
    /** {@code exit 0}, {@code SIGTERM}, {@code ended}, in the language of the reader. */
    public String show() {
      return signal != null
          ? signal
          : code != null ? WORDS.get("exit.code", code) : WORDS.get("exit.ended");
    }
  }
}

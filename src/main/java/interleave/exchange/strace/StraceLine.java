package interleave.exchange.strace;

/**
 * One line of what strace writes.
 *
 * @param tid whose it is; 0 where the line does not say
 * @param time in ns; of a clock, of the day, or since the line before, see {@link Stamp}
 * @param name of the call or of the signal
 * @param text the arguments, or what is left of them when a call is resumed
 * @param result what is behind the equals sign; empty where the call has not come back
 * @param took ns that the call took, -1 where that is not told
 * @param command what the thread is called, as {@code -Y} writes it; else empty
 */
record StraceLine(
    Kind kind,
    int tid,
    Stamp stamp,
    long time,
    String name,
    String text,
    String result,
    long took,
    String command) {

  /** What a line is. */
  enum Kind {
    /** A call with its result. */
    CALL,
    /** A call that has begun. */
    BEGUN,
    /** Its end. */
    RESUMED,
    SIGNAL,
    STOPPED,
    EXITED,
    KILLED,
    /** The thread goes on in the place of the one that called exec. */
    SUPERSEDED,
    ATTACHED,
    DETACHED,
    /** What else strace says of itself. */
    NOTE,
    /** What it writes between calls; the name is the {@link Beside#sort}. */
    BESIDE,
    /** No line of strace's. */
    OTHER
  }

  /** Of what sort a time is. */
  enum Stamp {
    NONE,
    /** Since 1970, as of {@code -ttt}. */
    CLOCK,
    /** Since midnight, as of {@code -tt}. */
    DAY,
    /** Since the line before, as of {@code -r}. */
    SINCE_LAST
  }

  private static final int MOST_SECONDS = 100_000_000;
  private static final String RESUMED = " resumed>";
  private static final String UNFINISHED = "<unfinished ...>";

  /** A line that does not say what its thread is called. */
  StraceLine(
      Kind kind,
      int tid,
      Stamp stamp,
      long time,
      String name,
      String text,
      String result,
      long took) {
    this(kind, tid, stamp, time, name, text, result, took, "");
  }

  /**
   * Whether a line that has no end is cut off: it begins as those of strace do, or within its first
   * numbers, and does not go on as one.
   */
  boolean isTorn() {
    boolean begun = tid != 0 || stamp != Stamp.NONE || text.matches("(\\[pid )?[0-9 .:]+");
    return switch (kind) {
      case OTHER -> begun;
      case CALL, RESUMED -> isOpen('(', ')') || result.lastIndexOf(" <") > result.lastIndexOf('>');
      default -> false;
    };
  }

  private boolean isOpen(char opens, char closes) {
    return result.lastIndexOf(opens) > result.lastIndexOf(closes);
  }

  /** The same as of that thread. */
  StraceLine of(int thread) {
    return new StraceLine(kind, thread, stamp, time, name, text, result, took, command);
  }

  private StraceLine called(String name) {
    return name.isEmpty()
        ? this
        : new StraceLine(kind, tid, stamp, time, this.name, text, result, took, name);
  }

  /** Reads one. */
  static StraceLine of(String line) {
    Beside beside = Beside.of(line);
    if (beside != null) {
      return new StraceLine(Kind.BESIDE, 0, Stamp.NONE, 0, beside.sort(), line, "", -1);
    }
    Cursor at = new Cursor(line);
    int tid = at.pid();
    at.time();
    at.numbers();
    String rest = line.substring(at.place);
    return body(rest, tid, at.stamp, at.time).called(at.command);
  }

  private static StraceLine body(String rest, int tid, Stamp stamp, long time) {
    if (rest.startsWith("<... ")) {
      int end = rest.indexOf(RESUMED);
      return end < 0
          ? plain(Kind.OTHER, tid, stamp, time, rest)
          : ended(
              Kind.RESUMED,
              tid,
              stamp,
              time,
              rest.substring(5, end),
              rest.substring(end + RESUMED.length()));
    }
    if (rest.startsWith("+++ ")) {
      return gone(rest, tid, stamp, time);
    }
    if (rest.startsWith("--- ")) {
      boolean stopped = rest.startsWith("--- stopped by ");
      int from = stopped ? 15 : 4;
      int end = rest.indexOf(' ', from);
      String name = end < 0 ? rest.substring(from) : rest.substring(from, end);
      String text = end < 0 ? "" : rest.substring(end).replace(" ---", "").strip();
      Kind kind = stopped ? Kind.STOPPED : Kind.SIGNAL;
      return new StraceLine(kind, tid, stamp, time, name, text, "", -1);
    }
    if (rest.startsWith("strace: ") || rest.startsWith("Process ")) {
      return process(rest, stamp, time);
    }
    int open = rest.indexOf('(');
    if (open <= 0 || !isName(rest, open)) {
      return plain(Kind.OTHER, tid, stamp, time, rest);
    }
    String name = rest.substring(0, open);
    String args = rest.substring(open + 1);
    String bare = args.stripTrailing();
    if (bare.endsWith(UNFINISHED)) {
      String text = bare.substring(0, bare.length() - UNFINISHED.length()).strip();
      return new StraceLine(Kind.BEGUN, tid, stamp, time, name, text, "", -1);
    }
    return ended(Kind.CALL, tid, stamp, time, name, args);
  }

  private static boolean isName(String rest, int end) {
    for (int i = 0; i < end; i++) {
      char c = rest.charAt(i);
      boolean fits =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "_?#".indexOf(c) >= 0;
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** {@code args) = result <0.000025>}. The last equals sign behind a bracket is the one. */
  private static StraceLine ended(
      Kind kind, int tid, Stamp stamp, long time, String name, String rest) {
    String text = rest.stripTrailing();
    long took = -1;
    int open = text.lastIndexOf(" <");
    if (open > 0 && text.endsWith(">")) {
      took = nanos(text, open + 2, text.length() - 1);
      text = took < 0 ? text : text.substring(0, open).stripTrailing();
    }
    int equals = text.lastIndexOf(" = ");
    while (equals > 0 && !isBehindBracket(text, equals)) {
      equals = text.lastIndexOf(" = ", equals - 1);
    }
    if (equals < 0) {
      return new StraceLine(
          kind == Kind.CALL ? Kind.OTHER : kind, tid, stamp, time, name, text, "", took);
    }
    String args = text.substring(0, equals).stripTrailing();
    args = args.endsWith(")") ? args.substring(0, args.length() - 1) : args;
    return new StraceLine(
        kind, tid, stamp, time, name.strip(), args, text.substring(equals + 3).strip(), took);
  }

  private static boolean isBehindBracket(String text, int equals) {
    int at = equals;
    while (at > 0 && text.charAt(at) == ' ') {
      at--;
    }
    return text.charAt(at) == ')' || at == 0;
  }

  private static StraceLine gone(String rest, int tid, Stamp stamp, long time) {
    if (rest.startsWith("+++ exited with ")) {
      return plain(Kind.EXITED, tid, stamp, time, word(rest, 16));
    }
    if (rest.startsWith("+++ killed by ")) {
      return plain(Kind.KILLED, tid, stamp, time, word(rest, 14));
    }
    if (rest.startsWith("+++ superseded by execve in pid ")) {
      return plain(Kind.SUPERSEDED, tid, stamp, time, word(rest, 32));
    }
    return plain(Kind.OTHER, tid, stamp, time, rest);
  }

  /** {@code strace: Process 12 attached}. */
  private static StraceLine process(String rest, Stamp stamp, long time) {
    String text = rest.startsWith("strace: ") ? rest.substring(8) : rest;
    String[] words = text.split(" ", 4);
    int of = words.length > 2 && words[0].equals("Process") ? Numbers.whole(words[1]) : 0;
    Kind kind =
        of <= 0
            ? Kind.NOTE
            : words[2].startsWith("attached")
                ? Kind.ATTACHED
                : words[2].startsWith("detached") ? Kind.DETACHED : Kind.NOTE;
    Kind told = kind == Kind.NOTE && !rest.startsWith("strace: ") ? Kind.OTHER : kind;
    return plain(told, Math.max(0, of), stamp, time, text);
  }

  private static StraceLine plain(Kind kind, int tid, Stamp stamp, long time, String text) {
    return new StraceLine(kind, tid, stamp, time, "", text, "", -1);
  }

  private static String word(String text, int from) {
    int end = text.indexOf(' ', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  /** {@code 12.345678} as ns, -1 where it is no such number. */
  static long nanos(String text, int from, int to) {
    long whole = 0;
    long part = 0;
    int digits = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.' && digits < 0) {
        digits = 0;
      } else if (c < '0' || c > '9') {
        return -1;
      } else if (digits < 0) {
        whole = whole * 10 + (c - '0');
      } else if (digits < 9) {
        part = part * 10 + (c - '0');
        digits++;
      }
      if (whole > 9_000_000_000L) {
        return -1;
      }
    }
    for (int i = Math.max(0, digits); i < 9; i++) {
      part *= 10;
    }
    return from >= to ? -1 : whole * 1_000_000_000L + part;
  }

  /** The begin of a line, word by word. */
  private static final class Cursor {
    final String line;
    int place;
    Stamp stamp = Stamp.NONE;
    long time;
    String command = "";

    Cursor(String line) {
      this.line = line;
    }

    private int wordEnd() {
      int end = line.indexOf(' ', place);
      return end < 0 ? line.length() : end;
    }

    private void skipBlanks() {
      while (place < line.length() && line.charAt(place) == ' ') {
        place++;
      }
    }

    /** {@code [pid 123] }, {@code 123 }, with {@code -Y} {@code 123<name> }, or nothing. */
    int pid() {
      boolean bracket = line.startsWith("[pid ");
      place = bracket ? 5 : 0;
      skipBlanks();
      int from = place;
      while (place < line.length() && place < from + 12 && Character.isDigit(line.charAt(place))) {
        place++;
      }
      int pid = Numbers.whole(line.substring(from, place));
      if (pid <= 0 || !command() || !after(bracket ? ']' : ' ')) {
        place = 0;
        command = "";
        return 0;
      }
      skipBlanks();
      return pid;
    }

    private boolean after(char expected) {
      boolean there = place < line.length() && line.charAt(place) == expected;
      place += there ? 1 : 0;
      return there;
    }

    /** A name may have blanks, and a bracket of its own is written as a number. */
    private boolean command() {
      if (!after('<')) {
        return true;
      }
      int end = line.indexOf('>', place);
      command = end < 0 ? "" : line.substring(place, end);
      place = end < 0 ? place : end + 1;
      return end >= 0;
    }

    /** The number of the call and where it was made, of {@code -n} and {@code -i}. */
    void numbers() {
      while (place < line.length() && line.charAt(place) == '[') {
        int end = place + 1;
        while (end < line.length() && " ?0123456789abcdef".indexOf(line.charAt(end)) >= 0) {
          end++;
        }
        if (end == place + 1 || !line.startsWith("] ", end)) {
          return;
        }
        place = end + 1;
        skipBlanks();
      }
    }

    /** A time, which {@code -r} puts behind blanks. */
    void time() {
      int before = place;
      skipBlanks();
      int end = wordEnd();
      long told = end - place > 24 ? -1 : moment(line.substring(place, end));
      if (told < 0 || end >= line.length()) {
        place = before;
        skipBlanks();
        return;
      }
      time = told;
      place = end;
      skipBlanks();
    }

    private long moment(String word) {
      int colon = word.indexOf(':');
      if (colon > 0) {
        int second = word.indexOf(':', colon + 1);
        long hours = Numbers.whole(word.substring(0, colon));
        long minutes = second < 0 ? -1 : Numbers.whole(word.substring(colon + 1, second));
        long rest = second < 0 ? -1 : nanos(word, second + 1, word.length());
        stamp = Stamp.DAY;
        return hours < 0 || minutes < 0 || rest < 0
            ? none()
            : (hours * 3600 + minutes * 60) * 1_000_000_000L + rest;
      }
      long told = word.indexOf('.') < 0 ? -1 : nanos(word, 0, word.length());
      stamp = told < MOST_SECONDS * 1_000_000_000L ? Stamp.SINCE_LAST : Stamp.CLOCK;
      return told < 0 ? none() : told;
    }

    private long none() {
      stamp = Stamp.NONE;
      return -1;
    }
  }
}

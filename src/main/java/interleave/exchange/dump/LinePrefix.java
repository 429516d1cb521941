package interleave.exchange.dump;

/**
 * What a log, a container or a mail has before each line of a dump, such as {@code app-1 | } or a
 * time and a level. The line with the title of a dump tells it, or where that was not copied the
 * first one of a thread; digits may differ from line to line.
 */
final class LinePrefix {
  private static final String TITLE = "Full thread dump ";
  private static final int LONGEST = 300;

  private String shape = "";
  private boolean titled;

  /** Hears of the next line; whether it is the title of a dump with something before it. */
  boolean begins(String line) {
    int at = line.indexOf(TITLE);
    if (at < 0) {
      return withoutTitle(line);
    }
    if (at > LONGEST || at > 0 && !line.stripTrailing().endsWith(":")) {
      return false;
    }
    titled = true;
    shape = shape(line.substring(0, at));
    return at > 0;
  }

  private boolean withoutTitle(String line) {
    int quote = line.indexOf('"');
    boolean thread =
        !titled
            && quote > 0
            && quote <= LONGEST
            && line.indexOf('"', quote + 1) > 0
            && HotSpotDialect.isWithoutBegin(line.substring(quote));
    if (thread) {
      titled = true;
      shape = shape(line.substring(0, quote));
    }
    return thread;
  }

  /** The line without the prefix, where it has that. */
  String bare(String line) {
    int length = shape.length();
    if (length == 0) {
      return line;
    }
    if (line.length() >= length) {
      return shape(line.substring(0, length)).equals(shape) ? line.substring(length) : line;
    }
    return shape(line).stripTrailing().equals(shape.stripTrailing()) ? "" : line;
  }

  private static String shape(String prefix) {
    StringBuilder shape = new StringBuilder(prefix.length());
    for (int i = 0; i < prefix.length(); i++) {
      char c = prefix.charAt(i);
      shape.append(c >= '0' && c <= '9' ? '0' : c);
    }
    return shape.toString();
  }
}

package interleave.exchange.dump;

/**
 * What a log, a container or a mail has before each line of a dump, such as {@code app-1 | } or a
 * time and a level. The line with the title of a dump tells it; digits may differ from line to
 * line.
 */
final class LinePrefix {
  private static final String TITLE = "Full thread dump ";
  private static final int LONGEST = 300;

  private String shape = "";

  /** Hears of the next line; whether it is the title of a dump with something before it. */
  boolean begins(String line) {
    int at = line.indexOf(TITLE);
    if (at < 0 || at > LONGEST || at > 0 && !line.stripTrailing().endsWith(":")) {
      return false;
    }
    shape = shape(line.substring(0, at));
    return at > 0;
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

package interleave.worker;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message between a run and those who want to work for it: lines of {@code name=value}, data and
 * nothing else. What has more or other than that is no message.
 */
final class Lines {
  /** The first line; another version has another number. */
  private static final String FIRST = "interleave-worker 1";

  private static final int MOST_LINES = 64;
  private static final int LONGEST_LINE = 4096;
  private static final String NAME = "[a-z][a-z.-]{0,39}";

  private Lines() {}

  /** As it travels. */
  static String text(Map<String, String> values) {
    StringBuilder text = new StringBuilder(FIRST);
    values.forEach((name, value) -> text.append('\n').append(name).append('=').append(value));
    return text.toString();
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws RefusedMessageException where it is something else
   */
  static Map<String, String> parse(String text) throws RefusedMessageException {
    if (text.length() > MOST_LINES * LONGEST_LINE) {
      throw new RefusedMessageException("It is too long.");
    }
    String[] lines = text.split("\n", -1);
    if (!lines[0].equals(FIRST)) {
      throw new RefusedMessageException("It is of another version of Interleave.");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int equals = lines[i].indexOf('=');
      String name = equals < 0 ? "" : lines[i].substring(0, equals);
      boolean plain = lines[i].chars().noneMatch(Character::isISOControl);
      if (i > MOST_LINES || lines[i].length() > LONGEST_LINE || !plain || !name.matches(NAME)) {
        throw new RefusedMessageException("Line " + (i + 1) + " is none.");
      }
      values.put(name, lines[i].substring(equals + 1));
    }
    return values;
  }

  /** What that line says; nothing where there is none. */
  static String value(Map<String, String> values, String name) {
    return values.getOrDefault(name, "");
  }

  /** A whole number that a line says, from {@code least} to {@code most}. */
  static long number(Map<String, String> values, String name, long least, long most)
      throws RefusedMessageException {
    try {
      long number = Long.parseLong(value(values, name));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // as if it were too large
    }
    throw new RefusedMessageException(name + " is no number that it may be.");
  }
}

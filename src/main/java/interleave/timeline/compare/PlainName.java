package interleave.timeline.compare;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a name without what differs from run to run or between languages: addresses, the
 * function in brackets behind a thread of Python's, the class before a field.
 *
 * @param text {@code thread-3} of {@code Thread-3 (work)}
 * @param stem {@code thread-} of it
 */
record PlainName(String text, String stem) {
  private static final Pattern ADDRESS = Pattern.compile("(@|\\b0x)[0-9a-fA-F]+");
  private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]*\\)$");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  static PlainName of(String name) {
    String text = ADDRESS.matcher(name).replaceAll("");
    text = BRACKETS.matcher(text).replaceFirst("").strip().toLowerCase(Locale.ROOT);
    text = text.equals("mainthread") ? "main" : text;
    text = text.replace('_', '-');
    return new PlainName(text, NUMBER.matcher(text).replaceAll("#"));
  }

  /** The same of a name whose last part counts, as of {@code Account.balance}. */
  static PlainName ofLast(String name) {
    return of(name.substring(name.lastIndexOf('.') + 1));
  }
}

package interleave.exchange.dump;

import java.util.Locale;

/**
 * One call of a stack.
 *
 * @param file as the dump has it; empty where it has none, as of native methods
 * @param owner the class, empty where there is none
 * @param line 0 where it is not told
 */
record Frame(String file, String function, String owner, int line) {
  /**
   * {@code java.lang.Thread.run(java.base@17.0.15/Thread.java:840)}, {@code
   * java.base/java.lang.Object.wait0(Native Method)}, {@code app//a.B.c(B.java)} and whatever else
   * JDKs write: modules and loaders before a slash are left away.
   */
  static Frame java(String text) {
    String whole = text.strip();
    int open = whole.lastIndexOf('(');
    int close = whole.lastIndexOf(')');
    String name = open < 0 ? whole : whole.substring(0, open);
    String place = open < 0 || close < open ? "" : whole.substring(open + 1, close);
    place = place.substring(place.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    String owner = dot < 0 ? "" : withoutModule(name.substring(0, dot));
    String function = name.substring(dot + 1);
    int colon = place.lastIndexOf(':');
    int line = colon < 0 ? 0 : number(place.substring(colon + 1));
    String file = line > 0 ? place.substring(0, colon) : place;
    return new Frame(isFile(file) ? file : "", function, owner, line);
  }

  /** {@code a.B.run(int) @bci=40, line=215 (Interpreted frame)}, as {@code jhsdb} writes it. */
  static Frame ofAgent(String text) {
    int open = text.indexOf('(');
    String name = open < 0 ? text : text.substring(0, open);
    int dot = name.lastIndexOf('.');
    int line = text.indexOf(", line=");
    String digits = line < 0 ? "" : text.substring(line + 7).replaceFirst("[^0-9].*", "");
    return new Frame(
        "", name.substring(dot + 1), dot < 0 ? "" : name.substring(0, dot), number(digits));
  }

  /** A hidden class has a slash before its address, and no module in front of that. */
  private static String withoutModule(String owner) {
    int slash = owner.lastIndexOf('/');
    return slash < 0 || owner.startsWith("0x", slash + 1) ? owner : owner.substring(slash + 1);
  }

  private static boolean isFile(String place) {
    return !place.equals("Native Method")
        && !place.equals("Unknown Source")
        && !place.equals("Interpreted Code")
        && !place.toLowerCase(Locale.ROOT).equals("compiled code");
  }

  /** A number of a dump; 0 where it is none, or none that fits. */
  static int number(String digits) {
    try {
      return Math.max(0, Integer.parseInt(digits.strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** As a user reads it. */
  String show() {
    return (owner.isEmpty() ? "" : owner + ".") + function;
  }
}

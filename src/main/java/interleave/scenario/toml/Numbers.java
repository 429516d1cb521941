package interleave.scenario.toml;

import java.util.regex.Pattern;

/** Values without quotes: numbers and truths. */
final class Numbers {
  /** A few digits, as most numbers are, and nothing else in a lesson of ours. */
  private static final int FEW = 9;

  private Numbers() {}

  static TomlValue read(Characters in) throws TomlException {
    int line = in.line();
    StringBuilder taken = new StringBuilder();
    while (isPart(in.next())) {
      taken.append((char) in.take());
    }
    String word = taken.toString();
    if (word.equals("true") || word.equals("false")) {
      return new TomlValue.Truth(line, word.equals("true"));
    }
    int dot = word.indexOf('.');
    if (isSmall(word)) {
      return new TomlValue.Whole(line, Long.parseLong(word));
    }
    if (dot > 0 && isSmall(word.substring(0, dot)) && isDigits(word, dot + 1)) {
      return new TomlValue.Decimal(line, Double.parseDouble(word), word);
    }
    return Unusual.read(in, line, word);
  }

  /** What most numbers are: a few digits. */
  private static boolean isSmall(String word) {
    return word.length() <= FEW
        && isDigits(word, 0)
        && (word.charAt(0) != '0' || word.length() == 1);
  }

  private static boolean isDigits(String word, int from) {
    for (int i = from; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return from < word.length();
  }

  private static boolean isPart(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.')
        || c == '+'
        || c == '-'
        || c == ':';
  }

  /** All others, by patterns that take their time to be made. */
  private static final class Unusual {
    private static final String DIGITS = "[0-9](_?[0-9])*";
    private static final String WHOLE = "[+-]?(0|[1-9](_?[0-9])*)";
    private static final Pattern INTEGER = Pattern.compile(WHOLE);
    private static final Pattern DECIMAL =
        Pattern.compile(WHOLE + "(\\." + DIGITS + ")?([eE][+-]?" + DIGITS + ")?");
    private static final Pattern BASED =
        Pattern.compile("0x[0-9a-fA-F](_?[0-9a-fA-F])*|0o[0-7](_?[0-7])*|0b[01](_?[01])*");
    private static final Pattern DATE =
        Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{2}:[0-9]{2}.*");

    static TomlValue read(Characters in, int line, String word) throws TomlException {
      String plain = word.replace("_", "");
      if (DATE.matcher(word).matches()) {
        throw in.wrong("date", word);
      }
      try {
        if (INTEGER.matcher(word).matches()) {
          return new TomlValue.Whole(line, Long.parseLong(plain));
        }
        if (BASED.matcher(word).matches()) {
          int base = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
          return new TomlValue.Whole(line, Long.parseLong(plain.substring(2), base));
        }
      } catch (NumberFormatException _) {
        throw in.wrong("number.large", word);
      }
      if (word.matches("[+-]?(inf|nan)")) {
        double size = word.endsWith("nan") ? Double.NaN : Double.POSITIVE_INFINITY;
        return new TomlValue.Decimal(line, word.startsWith("-") ? -size : size, word);
      }
      if (DECIMAL.matcher(word).matches()) {
        return new TomlValue.Decimal(line, Double.parseDouble(plain), plain);
      }
      throw in.wrong(word.isEmpty() ? "value" : "value.word", word.isEmpty() ? in.shown() : word);
    }
  }
}

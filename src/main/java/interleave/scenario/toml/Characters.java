package interleave.scenario.toml;

import interleave.words.Words;
import java.util.Locale;

/** A text that is read from its beginning to its end, character by character. */
final class Characters {
  static final Words WORDS = Words.of("scenario/toml");

  /** Behind the last one. */
  static final int END = -1;

  private final String text;
  private int at;
  private int line = 1;

  Characters(String text) {
    this.text = text;
    at = text.startsWith("\ufeff") ? 1 : 0;
  }

  int line() {
    return line;
  }

  int next() {
    return at < text.length() ? text.charAt(at) : END;
  }

  boolean isNext(String wanted) {
    return text.startsWith(wanted, at);
  }

  int take() {
    int taken = next();
    at++;
    line += taken == '\n' ? 1 : 0;
    return taken;
  }

  /** The letters, digits, {@code -} and {@code _} that follow. */
  String takeName() {
    int begin = at;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    return text.substring(begin, at);
  }

  private static boolean isName(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-';
  }

  /** Takes at once what means nothing but itself in any text, up to that quote. */
  void takePlain(char quote, StringBuilder to) {
    int begin = at;
    while (at < text.length() && isPlain(text.charAt(at), quote)) {
      at++;
    }
    to.append(text, begin, at);
  }

  private static boolean isPlain(char c, char quote) {
    return c >= ' ' && c != quote && c != '\\' && c != 0x7f && !Character.isSurrogate(c);
  }

  boolean skip(String wanted) {
    boolean there = isNext(wanted);
    if (there) {
      for (int i = 0; i < wanted.length(); i++) {
        take();
      }
    }
    return there;
  }

  void skipBlanks() {
    while (next() == ' ' || next() == '\t') {
      take();
    }
  }

  /** Blanks, and a comment behind them. */
  void skipComment() throws TomlException {
    skipBlanks();
    if (next() == '#') {
      while (next() != END && !isNewline()) {
        checked(take());
      }
    }
  }

  /** Blanks, comments and ends of lines. */
  void skipLines() throws TomlException {
    skipComment();
    while (isNewline()) {
      skipNewline();
      skipComment();
    }
  }

  boolean isNewline() {
    return next() == '\n' || isNext("\r\n");
  }

  void skipNewline() {
    if (!skip("\r\n")) {
      take();
    }
  }

  /** Nothing more may stand in this line. */
  void endLine() throws TomlException {
    skipComment();
    if (next() != END && !isNewline()) {
      throw wrong("end-of-line", shown());
    }
    if (next() != END) {
      skipNewline();
    }
  }

  /** A character that may stand in comments and strings. */
  char checked(int character) throws TomlException {
    if (character < ' ' && character != '\t' || character == 0x7f) {
      throw wrong("control", String.format(Locale.ROOT, "%04X", Math.max(0, character)));
    }
    if (Character.isSurrogate((char) character) && !isPaired(character)) {
      throw wrong("control", String.format(Locale.ROOT, "%04X", character));
    }
    return (char) character;
  }

  private boolean isPaired(int taken) {
    return Character.isHighSurrogate((char) taken)
        ? next() != END && Character.isLowSurrogate((char) next())
        : at >= 2 && Character.isHighSurrogate(text.charAt(at - 2));
  }

  /** What stands here, up to the next blank, for a sentence. */
  String shown() {
    if (next() == END) {
      return WORDS.get("end");
    }
    int end = at;
    while (end < text.length() && end < at + 20 && text.charAt(end) > ' ') {
      end++;
    }
    return end == at ? WORDS.get("end-line") : text.substring(at, end);
  }

  TomlException wrong(String key, Object... values) {
    return new TomlException(line, WORDS.get(key, values));
  }
}

package interleave.scenario.toml;

/** Texts in quotes: single ones take all as it is written, double ones know escapes. */
final class Strings {
  private final Characters in;

  Strings(Characters in) {
    this.in = in;
  }

  /** The text that begins here; behind three quotes it may have several lines. */
  String read() throws TomlException {
    if (in.skip("\"\"\"")) {
      return lines('"');
    }
    if (in.skip("'''")) {
      return lines('\'');
    }
    return line((char) in.take());
  }

  /** One within a line, whose first quote has been taken. */
  private String line(char quote) throws TomlException {
    StringBuilder text = new StringBuilder();
    in.takePlain(quote, text);
    while (in.next() != quote) {
      if (in.next() == Characters.END || in.isNewline()) {
        throw in.wrong("quote", quote);
      }
      character(quote, text);
      in.takePlain(quote, text);
    }
    in.take();
    return text.toString();
  }

  private String lines(char quote) throws TomlException {
    String end = String.valueOf(quote).repeat(3);
    StringBuilder text = new StringBuilder();
    int begun = in.line();
    if (in.isNewline()) {
      in.skipNewline();
    }
    while (!in.skip(end)) {
      if (in.next() == Characters.END) {
        throw new TomlException(begun, Characters.WORDS.get("quotes", end));
      }
      if (in.isNewline()) {
        in.skipNewline();
        text.append('\n');
      } else if (quote == '"' && isFolded()) {
        fold();
      } else {
        character(quote, text);
      }
      in.takePlain(quote, text);
    }
    for (int i = 0; i < 2 && in.next() == quote; i++) { // quotes may stand before the last three
      text.append((char) in.take());
    }
    return text.toString();
  }

  /** Whether a line goes on in the next: a backslash, and nothing more. */
  private boolean isFolded() {
    if (in.next() != '\\') {
      return false;
    }
    for (String blanks = "\\"; ; blanks += in.isNext(blanks + " ") ? " " : "\t") {
      if (in.isNext(blanks + "\n") || in.isNext(blanks + "\r\n")) {
        return true;
      }
      if (!in.isNext(blanks + " ") && !in.isNext(blanks + "\t")) {
        return false;
      }
    }
  }

  private void fold() {
    in.take();
    while (in.next() == ' ' || in.next() == '\t' || in.isNewline()) {
      if (in.isNewline()) {
        in.skipNewline();
      } else {
        in.take();
      }
    }
  }

  private void character(char quote, StringBuilder text) throws TomlException {
    int taken = in.take();
    if (quote == '"' && taken == '\\') {
      text.appendCodePoint(escape());
    } else {
      text.append(in.checked(taken));
    }
  }

  private int escape() throws TomlException {
    int letter = in.take();
    return switch (letter) {
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '"', '\\' -> letter;
      case 'u' -> codePoint(4);
      case 'U' -> codePoint(8);
      default ->
          throw in.wrong(
              "escape", letter == Characters.END ? "" : Character.toString((char) letter));
    };
  }

  private int codePoint(int digits) throws TomlException {
    long value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = in.next() < 128 ? Character.digit(in.next(), 16) : -1;
      if (digit < 0) {
        throw in.wrong("unicode");
      }
      value = 16 * value + digit;
      in.take();
    }
    if (value > Character.MAX_CODE_POINT || value >= 0xd800 && value < 0xe000) {
      throw in.wrong("unicode");
    }
    return (int) value;
  }
}

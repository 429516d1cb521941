package interleave.agent.control.word;

/** The lines that a run under control tells its explorer, in fields separated by tabs. */
public final class Journal {
  private final StringBuilder text = new StringBuilder(4096);

  /** Begins a line. */
  public Journal line(String word) {
    text.append(word);
    return this;
  }

  public Journal field(int number) {
    text.append('\t').append(number);
    return this;
  }

  /** A field that may have any characters. */
  public Journal field(String value) {
    text.append('\t');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\\' -> text.append("\\\\");
        default -> text.append(c);
      }
    }
    return this;
  }

  /** A field that needs no escapes. */
  public Journal plain(String value) {
    text.append('\t').append(value);
    return this;
  }

  public void end() {
    text.append('\n');
  }

  /** What was written since the last time. */
  public String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  public int length() {
    return text.length();
  }

  /** Reads a field back. */
  public static String unescaped(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && i + 1 < field.length()) {
        char next = field.charAt(++i);
        plain.append(next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}

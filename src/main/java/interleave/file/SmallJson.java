package interleave.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a small text in JSON: objects as maps, arrays as lists, texts as {@link String}s, and what
 * else there is as it is written. A library that knows all of JSON takes longer to be loaded than
 * it takes to open a recording of which everything is derived.
 */
final class SmallJson {
  private static final int DEEPEST = 100;
  private static final String ESCAPED = "\"\\/bfnrt";
  private static final String MEANT = "\"\\/\b\f\n\r\t";

  private final String text;
  private int at;
  private int depth;

  /** A number, a truth, or nothing. */
  record Bare(String text) {}

  private SmallJson(String text) {
    this.text = text;
  }

  /**
   * The members of the object that a text begins with; of two of one name the last.
   *
   * @throws IOException where there is none
   */
  static Map<String, Object> object(String text) throws IOException {
    SmallJson json = new SmallJson(text);
    if (json.next() != '{') {
      throw new IOException("it is not a JSON object");
    }
    return json.object();
  }

  private Map<String, Object> object() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    begin('{');
    while (goesOn('}', members.isEmpty())) {
      String name = string();
      expect(':');
      members.put(name, value());
    }
    return members;
  }

  private List<Object> array() throws IOException {
    List<Object> all = new ArrayList<>();
    begin('[');
    while (goesOn(']', all.isEmpty())) {
      all.add(value());
    }
    return all;
  }

  private void begin(char bracket) throws IOException {
    expect(bracket);
    if (++depth > DEEPEST) {
      throw damage();
    }
  }

  /** Whether another one follows, behind its comma; else it is behind the bracket. */
  private boolean goesOn(char bracket, boolean first) throws IOException {
    if (next() == bracket) {
      at++;
      depth--;
      return false;
    }
    if (!first) {
      expect(',');
    }
    return true;
  }

  private Object value() throws IOException {
    return switch (next()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> bare();
    };
  }

  private Bare bare() throws IOException {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String found = text.substring(from, at);
    char first = found.isEmpty() ? 0 : found.charAt(0);
    boolean known = found.equals("true") || found.equals("false") || found.equals("null");
    if (!known && first != '-' && (first < '0' || first > '9')) {
      throw damage();
    }
    return new Bare(found);
  }

  private String string() throws IOException {
    expect('"');
    StringBuilder all = new StringBuilder();
    for (char c = taken(); c != '"'; c = taken()) {
      if (c < ' ') {
        throw damage();
      }
      all.append(c == '\\' ? escaped() : c);
    }
    return all.toString();
  }

  private char escaped() throws IOException {
    char kind = taken();
    if (kind == 'u') {
      int code = 0;
      for (int i = 0; i < 4; i++) {
        int digit = Character.digit(taken(), 16);
        if (digit < 0) {
          throw damage();
        }
        code = code * 16 + digit;
      }
      return (char) code;
    }
    int which = ESCAPED.indexOf(kind);
    if (which < 0) {
      throw damage();
    }
    return MEANT.charAt(which);
  }

  private char taken() throws IOException {
    if (at >= text.length()) {
      throw damage();
    }
    return text.charAt(at++);
  }

  private void expect(char what) throws IOException {
    if (next() != what) {
      throw damage();
    }
    at++;
  }

  /** What comes next that is no blank; 0 at the end. */
  private char next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IOException damage() {
    return new IOException("it is no JSON from its character " + at + " on");
  }
}

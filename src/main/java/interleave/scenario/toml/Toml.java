package interleave.scenario.toml;

import interleave.scenario.toml.TomlTable.Made;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text of TOML into a table. */
public final class Toml {
  /** Deeper than that nobody writes arrays and tables in braces. */
  private static final int DEEPEST = 60;

  /** A key with dots in it is several. */
  private record Key(int line, List<String> parts) {}

  private final Characters in;
  private final Strings strings;
  private final TomlTable root = new TomlTable(1, Made.HEADING);
  private TomlTable open = root;
  private int depth;

  private Toml(String text) {
    in = new Characters(text);
    strings = new Strings(in);
  }

  /**
   * What the text says.
   *
   * @throws TomlException with the line and a sentence where it is no TOML
   */
  public static TomlTable parse(String text) throws TomlException {
    Toml toml = new Toml(text);
    toml.read();
    return toml.root;
  }

  private void read() throws TomlException {
    in.skipLines();
    while (in.next() != Characters.END) {
      if (in.next() == '[') {
        heading();
      } else {
        pair(open);
      }
      in.endLine();
      in.skipLines();
    }
  }

  private void heading() throws TomlException {
    boolean row = in.skip("[[");
    if (!row) {
      in.take();
    }
    Key key = key();
    if (!in.skip(row ? "]]" : "]")) {
      throw in.wrong("heading", row ? "]]" : "]", in.shown());
    }
    TomlTable above = root;
    for (String part : key.parts().subList(0, key.parts().size() - 1)) {
      above = below(above, key, part);
    }
    String last = key.parts().getLast();
    open = row ? appended(above, key, last) : headed(above, key, last);
  }

  /** The table of that name in a heading's way down; the last one where there are several. */
  private static TomlTable below(TomlTable above, Key key, String part) throws TomlException {
    TomlValue value = above.get(part);
    if (value == null) {
      TomlTable made = new TomlTable(key.line(), Made.BELOW);
      above.put(key.line(), part, made);
      return made;
    }
    if (value instanceof TomlTable table && table.made() != Made.BRACES) {
      return table;
    }
    if (value instanceof TomlValue.Items items && items.tables()) {
      return (TomlTable) items.all().getLast();
    }
    throw twice(above, key, part);
  }

  private static TomlTable headed(TomlTable above, Key key, String name) throws TomlException {
    TomlValue value = above.get(name);
    if (value == null) {
      TomlTable made = new TomlTable(key.line(), Made.HEADING);
      above.put(key.line(), name, made);
      return made;
    }
    if (value instanceof TomlTable table && table.made() == Made.BELOW) {
      table.made(Made.HEADING);
      return table;
    }
    throw twice(above, key, name);
  }

  private static TomlTable appended(TomlTable above, Key key, String name) throws TomlException {
    TomlTable made = new TomlTable(key.line(), Made.HEADING);
    TomlValue value = above.get(name);
    if (value == null) {
      List<TomlValue> all = new ArrayList<>(List.of(made));
      above.put(key.line(), name, new TomlValue.Items(key.line(), all, true));
    } else if (value instanceof TomlValue.Items items && items.tables()) {
      items.all().add(made);
    } else {
      throw twice(above, key, name);
    }
    return made;
  }

  private static TomlException twice(TomlTable above, Key key, String name) {
    return new TomlException(
        key.line(), Characters.WORDS.get("twice", name, String.valueOf(above.lineOf(name))));
  }

  private void pair(TomlTable into) throws TomlException {
    Key key = key();
    if (!in.skip("=")) {
      throw in.wrong("equals", String.join(".", key.parts()), in.shown());
    }
    TomlTable at = into;
    for (String part : key.parts().subList(0, key.parts().size() - 1)) {
      TomlValue value = at.get(part);
      if (value == null) {
        value = new TomlTable(key.line(), Made.DOTS);
        at.put(key.line(), part, value);
      } else if (!(value instanceof TomlTable table) || table.made() != Made.DOTS) {
        throw twice(at, key, part);
      }
      at = (TomlTable) value;
    }
    String last = key.parts().getLast();
    if (at.get(last) != null) {
      throw twice(at, key, last);
    }
    in.skipBlanks();
    at.put(key.line(), last, value());
  }

  private Key key() throws TomlException {
    List<String> parts = new ArrayList<>();
    int line = in.line();
    do {
      in.skipBlanks();
      parts.add(simpleKey());
      in.skipBlanks();
    } while (in.skip("."));
    return new Key(line, parts);
  }

  private String simpleKey() throws TomlException {
    if ((in.next() == '"' || in.next() == '\'') && !in.isNext("\"\"\"") && !in.isNext("'''")) {
      return strings.read();
    }
    String key = in.takeName();
    if (key.isEmpty()) {
      throw in.wrong("key", in.shown());
    }
    return key;
  }

  private TomlValue value() throws TomlException {
    int line = in.line();
    return switch (in.next()) {
      case '"', '\'' -> new TomlValue.Text(line, strings.read());
      case '[' -> items(line);
      case '{' -> braces(line);
      default -> Numbers.read(in);
    };
  }

  private void deeper() throws TomlException {
    if (++depth > DEEPEST) {
      throw in.wrong("deep", DEEPEST);
    }
  }

  private TomlValue items(int line) throws TomlException {
    deeper();
    in.take();
    List<TomlValue> all = new ArrayList<>();
    in.skipLines();
    while (!in.skip("]")) {
      all.add(value());
      in.skipLines();
      if (!in.skip(",") && in.next() != ']') {
        throw in.wrong("items", in.shown());
      }
      in.skipLines();
    }
    depth--;
    return new TomlValue.Items(line, all, false);
  }

  private TomlValue braces(int line) throws TomlException {
    deeper();
    in.take();
    TomlTable table = new TomlTable(line, Made.BRACES);
    in.skipBlanks();
    for (boolean first = true; !in.skip("}"); first = false) {
      if (!first && !in.skip(",")) {
        throw in.wrong("braces", in.shown());
      }
      in.skipBlanks();
      pair(table);
      in.skipBlanks();
    }
    close(table);
    depth--;
    return table;
  }

  /** Nothing comes to tables in braces from outside of them. */
  private static void close(@Nullable TomlValue value) {
    if (value instanceof TomlTable table) {
      table.made(Made.BRACES);
      for (String key : table.keys()) {
        close(table.get(key));
      }
    }
  }
}

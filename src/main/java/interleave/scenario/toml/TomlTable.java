package interleave.scenario.toml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values by their keys, in the order in which they stand. */
public final class TomlTable implements TomlValue {
  /** How a table came to be, which is what may still be added to it. */
  enum Made {
    /** By headings of tables below it. */
    BELOW,
    /** By a heading of its own. */
    HEADING,
    /** By keys with dots. */
    DOTS,
    /** In braces, where it is complete. */
    BRACES
  }

  private record Entry(int line, TomlValue value) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final int line;
  private Made made;

  TomlTable(int line, Made made) {
    this.line = line;
    this.made = made;
  }

  /** Where nothing stands. */
  public static TomlTable empty(int line) {
    return new TomlTable(line, Made.BRACES);
  }

  @Override
  public int line() {
    return line;
  }

  public Set<String> keys() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  public @Nullable TomlValue get(String key) {
    Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  /** The line in which that key stands first; that of the table where there is none such. */
  public int lineOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }

  Made made() {
    return made;
  }

  void made(Made how) {
    made = how;
  }

  void put(int keyLine, String key, TomlValue value) {
    entries.put(key, new Entry(keyLine, value));
  }
}

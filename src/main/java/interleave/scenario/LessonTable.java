package interleave.scenario;

import interleave.scenario.toml.TomlTable;
import interleave.scenario.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of a lesson's file that is asked for what may be in it. What is wrong is written down,
 * and something taken in its place, so that all that is wrong is found at once.
 */
final class LessonTable {
  private final String file;
  private final String path;
  private final TomlTable table;
  private final List<LessonProblem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  LessonTable(String file, String path, TomlTable table, List<LessonProblem> problems) {
    this.file = file;
    this.path = path;
    this.table = table;
    this.problems = problems;
  }

  int line() {
    return table.line();
  }

  int lineOf(String key) {
    return table.lineOf(key);
  }

  boolean has(String key) {
    known.add(key);
    return table.get(key) != null;
  }

  Set<String> keys() {
    return table.keys();
  }

  boolean isTable(String key) {
    return get(key) instanceof TomlTable;
  }

  private @Nullable TomlValue get(String key) {
    known.add(key);
    return table.get(key);
  }

  /** Writes down what is wrong about a key. */
  void wrong(String key, String sentence, Object... values) {
    problems.add(LessonProblem.of(file, table.lineOf(key), sentence, values));
  }

  private String called(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private void missing(String key, String what) {
    wrong(key, "missing", called(key), LessonProblem.WORDS.get("a." + what));
  }

  private void other(String key, String what) {
    wrong(key, "other", called(key), LessonProblem.WORDS.get("a." + what));
  }

  /** A text that has to be there. */
  String text(String key) {
    if (!has(key)) {
      missing(key, "text");
    }
    return maybeText(key).orElse("");
  }

  Optional<String> maybeText(String key) {
    TomlValue value = get(key);
    if (value != null && !(value instanceof TomlValue.Text)) {
      other(key, "text");
    }
    return value instanceof TomlValue.Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** One of these. */
  String oneOf(String key, List<String> allowed, String otherwise) {
    String text = maybeText(key).orElse(otherwise);
    if (!allowed.contains(text)) {
      wrong(key, "one-of", called(key), String.join(", ", allowed), text);
      return otherwise;
    }
    return text;
  }

  /** A text, number or truth as it is typed on a command line: {@code on} for true. */
  Optional<String> plain(String key) {
    TomlValue value = get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof TomlValue.Truth truth) {
      return Optional.of(truth.value() ? Parameter.Switch.ON : Parameter.Switch.OFF);
    }
    if (value instanceof TomlValue.Plain plain) {
      return Optional.of(plain.text());
    }
    other(key, "plain");
    return Optional.empty();
  }

  long whole(String key, long otherwise) {
    TomlValue value = get(key);
    if (value != null && !(value instanceof TomlValue.Whole)) {
      other(key, "whole");
    }
    return value instanceof TomlValue.Whole whole ? whole.value() : otherwise;
  }

  double number(String key, double otherwise) {
    TomlValue value = get(key);
    if (value instanceof TomlValue.Whole whole) {
      return whole.value();
    }
    if (value instanceof TomlValue.Decimal decimal && Double.isFinite(decimal.value())) {
      return decimal.value();
    }
    if (value != null) {
      other(key, "number");
    }
    return otherwise;
  }

  boolean flag(String key) {
    TomlValue value = get(key);
    if (value != null && !(value instanceof TomlValue.Truth)) {
      other(key, "truth");
    }
    return value instanceof TomlValue.Truth truth && truth.value();
  }

  /** Plain values in a row; none where there is no such key. */
  List<String> texts(String key) {
    TomlValue value = get(key);
    List<String> texts = new ArrayList<>();
    List<TomlValue> all = value instanceof TomlValue.Items items ? items.all() : List.of();
    boolean wrong = value != null && !(value instanceof TomlValue.Items);
    for (TomlValue each : all) {
      wrong |= !(each instanceof TomlValue.Plain);
      if (each instanceof TomlValue.Plain plain) {
        texts.add(plain.text());
      }
    }
    if (wrong) {
      other(key, "texts");
    }
    return texts;
  }

  /** The table of that name; an empty one where there is none. */
  LessonTable table(String key) {
    TomlValue value = get(key);
    if (value != null && !(value instanceof TomlTable)) {
      other(key, "table");
    }
    TomlTable inner = value instanceof TomlTable is ? is : TomlTable.empty(table.lineOf(key));
    return new LessonTable(file, called(key), inner, problems);
  }

  /** Tables under headings in double brackets, in their order. */
  List<LessonTable> tables(String key) {
    TomlValue value = get(key);
    List<TomlValue> all = value instanceof TomlValue.Items items ? items.all() : List.of();
    List<LessonTable> tables = new ArrayList<>();
    boolean wrong = value != null && !(value instanceof TomlValue.Items);
    for (TomlValue each : all) {
      wrong |= !(each instanceof TomlTable);
      if (each instanceof TomlTable inner) {
        tables.add(new LessonTable(file, called(key), inner, problems));
      }
    }
    if (wrong) {
      other(key, "tables");
    }
    return tables;
  }

  /** All that is in it, by names that are the author's. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : table.keys()) {
      Optional<String> value = plain(key);
      if (value.isPresent()) {
        values.put(key, value.get());
      }
    }
    return values;
  }

  /** Nothing else may be in it than what it was asked for. */
  void close() {
    for (String key : table.keys()) {
      if (!known.contains(key)) {
        wrong(key, "unknown", called(key), String.join(", ", known));
      }
    }
  }
}

package interleave.timeline.statistics;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tables as text for other programs (RFC 4180): numbers as they are, times in nanoseconds. Names
 * and texts are the program's, and a spreadsheet must not run them: one that it would take for a
 * formula has an apostrophe before it.
 */
public final class CommaSeparated {
  private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

  private CommaSeparated() {}

  /** One sheet with the names of its columns. */
  public static String of(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    line(text, sheet.columns().stream().map(CommaSeparated::name).toList());
    for (Sheet.Row row : sheet.rows()) {
      line(text, row.cells().stream().map(CommaSeparated::value).toList());
    }
    return text.toString();
  }

  /** Several, each below its title, with an empty line between them. */
  public static String of(List<Sheet> sheets) {
    return sheets.stream()
        .map(sheet -> quoted(sheet.title()) + "\r\n" + of(sheet))
        .collect(Collectors.joining("\r\n"));
  }

  private static String name(Sheet.Column column) {
    return column.unit() == Sheet.Unit.NANOSECONDS ? column.title() + " [ns]" : column.title();
  }

  private static String value(Cell cell) {
    if (!cell.isNumber()) {
      return cell.equals(Cell.NONE) ? "" : cell.text();
    }
    double number = cell.number();
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static void line(StringBuilder text, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ",").append(quoted(values.get(i)));
    }
    text.append("\r\n");
  }

  /** One line of a table. */
  public static String line(List<String> values) {
    StringBuilder text = new StringBuilder();
    line(text, values);
    return text.toString();
  }

  /** A name that another program would take for a formula is kept a name. */
  private static String quoted(String value) {
    String safe = isFormula(value) ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }

  /** Signs that formulas begin with, also as wide as Chinese characters; not negative numbers. */
  private static boolean isFormula(String value) {
    if (value.isEmpty()) {
      return false;
    }
    char first = value.charAt(0);
    return "=+@\t\r＝＋－＠".indexOf(first) >= 0 || first == '-' && !NUMBER.matcher(value).matches();
  }
}

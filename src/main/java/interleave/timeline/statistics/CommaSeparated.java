package interleave.timeline.statistics;

import java.util.List;
import java.util.stream.Collectors;

/** Sheets as text for other programs: numbers as they are, times in nanoseconds. */
public final class CommaSeparated {
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
    text.append(values.stream().map(CommaSeparated::quoted).collect(Collectors.joining(",")));
    text.append("\r\n");
  }

  /** A name that another program would take for a formula is kept a name. */
  private static String quoted(String value) {
    boolean formula = !value.isEmpty() && "=+@".indexOf(value.charAt(0)) >= 0;
    String safe = formula ? "'" + value : value;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}

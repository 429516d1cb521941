package interleave.laboratory;

import java.util.ArrayList;
import java.util.List;

/** What is said between explorer and host: fields, separated by tabs, escaped. */
final class Line {
  private Line() {}

  /** The fields of a line. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>(8);
    int from = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
      fields.add(plain(line.substring(from, tab)));
      from = tab + 1;
    }
    fields.add(plain(line.substring(from)));
    return fields;
  }

  private static String plain(String field) {
    if (field.indexOf('\\') < 0) {
      return field;
    }
    StringBuilder plain = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c != '\\' || i + 1 == field.length()) {
        plain.append(c);
        continue;
      }
      char escaped = field.charAt(++i);
      switch (escaped) {
        case 't' -> plain.append('\t');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        default -> plain.append(escaped);
      }
    }
    return plain.toString();
  }

  /** A line of these fields, with its end. */
  static String of(String... fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      line.append(line.isEmpty() ? "" : "\t").append(escaped(field));
    }
    return line.append('\n').toString();
  }

  private static String escaped(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }
}

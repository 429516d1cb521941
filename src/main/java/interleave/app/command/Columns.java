package interleave.app.command;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text in a terminal, where Chinese characters are two columns wide and every letter is one. */
public final class Columns {
  private static final int FIRST_WIDE = 0x2e80;

  private Columns() {}

  public static int of(String text) {
    return text.length() + (int) text.chars().filter(c -> c >= FIRST_WIDE).count();
  }

  /** The text and as many blanks as it takes, but one at least. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(1, columns - of(text)));
  }

  /** Lines of at most so many columns, broken where lines may be. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String piece = text.substring(from, to);
      if (!line.isEmpty() && of(line + piece.stripTrailing()) > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
      from = to;
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}

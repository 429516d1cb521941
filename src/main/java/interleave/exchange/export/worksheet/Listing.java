package interleave.exchange.export.worksheet;

import interleave.words.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A source with its line numbers, without imports; of a long one what matters to the run. */
record Listing(String file, List<Line> lines) {
  private static final Words WORDS = Words.of("exchange/worksheet");

  /** Longer ones are not shown as a whole. */
  static final int LONG = 160;

  /** So many lines stand before and after one that matters. */
  private static final int AROUND = 6;

  private static final int LONGEST_LINE = 400;

  Listing {
    lines = List.copyOf(lines);
  }

  /**
   * One line.
   *
   * @param number from 1; 0 where lines are left out, and the text says how many
   */
  record Line(int number, String text) {}

  /**
   * @param matter the numbers of the lines at which the run did something
   */
  static Listing of(String file, String text, Set<Integer> matter) {
    List<String> all = text.stripTrailing().lines().map(Listing::plain).toList();
    BitSet shown = shown(all.size(), matter);
    shown.clear(0, file.endsWith(".java") ? beforeTypes(all) : 1);
    List<Line> lines = new ArrayList<>();
    int last = 0;
    for (int i = shown.nextSetBit(1); i > 0; i = shown.nextSetBit(i + 1)) {
      leftOut(last, i, lines);
      lines.add(new Line(i, all.get(i - 1)));
      last = i;
    }
    leftOut(last, all.size() + 1, lines);
    return new Listing(file, lines);
  }

  private static void leftOut(int last, int next, List<Line> lines) {
    if (next > last + 1) {
      lines.add(new Line(0, WORDS.count("left-out", next - last - 1)));
    }
  }

  /** The first line of a Java file that says more than where things come from. */
  private static int beforeTypes(List<String> all) {
    int line = 1;
    while (line <= all.size() && all.get(line - 1).matches("(package|import) .*|")) {
      line++;
    }
    return line;
  }

  private static BitSet shown(int all, Set<Integer> matter) {
    BitSet shown = new BitSet();
    if (all <= LONG) {
      shown.set(1, all + 1);
      return shown;
    }
    matter.stream()
        .filter(line -> line > 0 && line <= all)
        .sorted()
        .filter(line -> shown.cardinality() < LONG)
        .forEach(line -> shown.set(Math.max(1, line - AROUND), Math.min(all, line + AROUND) + 1));
    if (shown.isEmpty()) {
      shown.set(1, LONG + 1);
    }
    return shown;
  }

  private static String plain(String line) {
    String text = line.replace("\t", "    ").stripTrailing();
    return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
  }
}

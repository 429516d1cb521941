package interleave.timeline.stack;

import interleave.timeline.Site;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sum of stacks as text: for people with indents, for other programs as comma-separated lines.
 */
public final class StackText {
  private static final Words WORDS = Words.of("timeline/stack");

  private StackText() {}

  /** The share of {@code part} in all, such as {@code 8.8 %}. */
  public static String share(long part, long all) {
    return all == 0 ? "0 %" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }

  /** What a function is called: {@code Bank.pay}, {@code pay}. */
  public static String function(Site place) {
    return CallNode.name(place);
  }

  /** {@code Bank.java:27}; without the line where that is not known. */
  public static String place(Site place) {
    return place.line() > 0 ? place.simpleFile() + ":" + place.line() : place.simpleFile();
  }

  /** A line for each function as it was called, with its share, indented below its caller. */
  public static String indented(StackSum sum) {
    StringBuilder text = new StringBuilder();
    for (Walked each : walk(sum.root())) {
      text.append(
          String.format(
              Locale.ROOT,
              "%7s %7d  %s%s  %s%n",
              share(each.node.samples(), sum.samples()),
              each.node.samples(),
              "  ".repeat(each.depth),
              each.node.name(),
              place(each.node.place())));
    }
    return text.toString();
  }

  /** A head and a line for each function as it was called: depth, samples, its own, name, place. */
  public static String commaSeparated(StackSum sum) {
    StringBuilder text = new StringBuilder(WORDS.get("head")).append('\n');
    for (Walked each : walk(sum.root())) {
      Site place = each.node.place();
      text.append(each.depth).append(',').append(each.node.samples()).append(',');
      text.append(each.node.self()).append(',').append(quoted(each.node.name())).append(',');
      text.append(quoted(place.file())).append(',').append(place.line()).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\\n\\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private record Walked(CallNode node, int depth) {}

  private static List<Walked> walk(CallNode root) {
    List<Walked> all = new ArrayList<>();
    List<Walked> open = new ArrayList<>();
    root.children().reversed().forEach(child -> open.add(new Walked(child, 0)));
    while (!open.isEmpty()) {
      Walked next = open.removeLast();
      all.add(next);
      next.node.children().reversed().forEach(it -> open.add(new Walked(it, next.depth + 1)));
    }
    return all;
  }
}

package interleave.exchange.export.trace;

import java.util.List;

/**
 * What stands at each end of an arrow: something without length, of a category that nobody else
 * has. Viewers bind an arrow to what a row showed last, be it over, and leave out one that finds
 * nothing there. Our importers know these for what they are.
 */
public final class ArrowMark {
  public static final String CATEGORY = "interleave.arrow";

  private ArrowMark() {}

  /** What is told of the end that an arrow of that sort leaves from. */
  public static List<Fact> from(String sort) {
    return end("from", sort);
  }

  /** What is told of the end that an arrow of that sort leads to. */
  public static List<Fact> to(String sort) {
    return end("to", sort);
  }

  private static List<Fact> end(String which, String sort) {
    return List.of(new Fact("end", which), new Fact("sort", sort));
  }
}

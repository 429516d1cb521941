package interleave.timeline.statistics;

import interleave.timeline.layout.Durations;

/**
 * What stands in one place of a sheet.
 *
 * @param text for readers
 * @param number what it is sorted by and handed on as, to the last digit; NaN where it is no number
 */
public record Cell(String text, double number) implements Comparable<Cell> {
  /** Nothing is to be said there. */
  public static final Cell NONE = new Cell("–", Double.NaN);

  static Cell words(String text) {
    return new Cell(text, Double.NaN);
  }

  static Cell count(long n) {
    return new Cell(Durations.count(n), n);
  }

  static Cell nanos(long ns) {
    return new Cell(Durations.show(ns), ns);
  }

  /** A duration, or nothing where it is none. */
  static Cell someNanos(long ns) {
    return ns == 0 ? NONE : nanos(ns);
  }

  /** A moment since the run began. */
  static Cell moment(long ns) {
    return new Cell(Durations.moment(ns), ns);
  }

  public boolean isNumber() {
    return !Double.isNaN(number);
  }

  /** Numbers by what they are, words by their letters; what is no number comes before. */
  @Override
  public int compareTo(Cell other) {
    if (isNumber() && other.isNumber()) {
      return Double.compare(number, other.number);
    }
    return isNumber() ? 1 : other.isNumber() ? -1 : text.compareToIgnoreCase(other.text);
  }
}

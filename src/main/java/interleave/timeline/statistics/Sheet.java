package interleave.timeline.statistics;

import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.range.WaitLengths;
import interleave.words.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures; the first column is a name.
 *
 * @param rank those of a smaller one are shown first
 * @param id tells it from others, whatever the language
 * @param says what is to be said of all rows together; may be empty
 * @param all how many rows there are; more than {@code rows} where these are the first of them
 */
public record Sheet(
    int rank,
    String id,
    String title,
    List<Column> columns,
    List<Row> rows,
    long all,
    String says) {
  /** So many rows it has at most. */
  public static final int MOST = 10_000;

  Sheet(int rank, String id, String title, List<Column> columns, List<Row> rows, long all) {
    this(rank, id, title, columns, rows, all, "");
  }

  /** The same with other rows. */
  public Sheet with(List<Row> others) {
    return new Sheet(rank, id, title, columns, List.copyOf(others), all, says);
  }

  private static final Words WORDS = Words.of("timeline/statistics");

  /** What the figures of a column are. */
  public enum Unit {
    WORDS,
    NUMBER,
    /** Of time; handed on as a whole number. */
    NANOSECONDS
  }

  /** Of which all cells tell the same. */
  public record Column(String title, Unit unit) {}

  /**
   * One row.
   *
   * @param thing what it tells of, null for nothing that one can go to
   * @param line of the source that it tells of
   * @param waits how long the waits were that it tells of
   */
  public record Row(
      @Nullable ThingRef thing, @Nullable Site line, WaitLengths waits, List<Cell> cells) {
    Row(@Nullable ThingRef thing, Cell... cells) {
      this(thing, null, WaitLengths.NONE, List.of(cells));
    }
  }

  static Sheet of(int rank, String id, String title, List<Column> columns, List<Row> rows) {
    return new Sheet(
        rank,
        id,
        title,
        columns,
        List.copyOf(rows.subList(0, Math.min(MOST, rows.size()))),
        rows.size());
  }

  /**
   * One whose words are those of its name, and of its name before those of its columns.
   *
   * @param units a letter for each column: {@code w}ords, a {@code n}umber, a {@code t}ime
   */
  static Sheet named(int rank, String name, String units, List<String> columns, List<Row> rows) {
    return of(
        rank,
        name,
        WORDS.get(name),
        columns(units, columns.stream().map(column -> WORDS.get(name + "." + column)).toList()),
        rows);
  }

  static List<Column> columns(String units, List<String> titles) {
    return IntStream.range(0, titles.size())
        .mapToObj(
            i -> new Column(titles.get(i), unit(units.charAt(Math.min(i, units.length() - 1)))))
        .toList();
  }

  private static Unit unit(char letter) {
    return switch (letter) {
      case 'n' -> Unit.NUMBER;
      case 't' -> Unit.NANOSECONDS;
      default -> Unit.WORDS;
    };
  }
}

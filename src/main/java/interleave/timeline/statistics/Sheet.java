package interleave.timeline.statistics;

import interleave.words.Words;
import java.util.List;

/**
 * A table of figures; the first column is a name.
 *
 * @param rank those of a smaller one are shown first
 */
public record Sheet(int rank, String title, List<String> columns, List<List<String>> rows) {
  /** So many rows it has at most. */
  static final int MOST = 500;

  private static final Words WORDS = Words.of("timeline/statistics");

  /** One whose words are those of its name, and of its name before those of its columns. */
  static Sheet of(int rank, String name, List<String> columns, List<List<String>> rows) {
    return new Sheet(
        rank,
        WORDS.get(name),
        columns.stream().map(column -> WORDS.get(name + "." + column)).toList(),
        rows);
  }
}

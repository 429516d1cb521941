package interleave.timeline.search;

import interleave.words.Words;
import java.util.Comparator;

/**
 * What sort of thing can be found.
 *
 * @param rank those of a smaller one are shown first
 * @param words where the reader's word for it is, by {@code key}
 * @param moment whether one goes to the moment at which it happens, rather than to see all of it
 */
public record FoundKind(int rank, Words words, String key, boolean moment)
    implements Comparable<FoundKind> {
  private static final Words WORDS = Words.of("timeline/search");
  private static final Comparator<FoundKind> ORDER =
      Comparator.comparingInt(FoundKind::rank).thenComparing(FoundKind::key);

  public static FoundKind of(int rank, String key) {
    return new FoundKind(rank, WORDS, key, false);
  }

  /** Of things that are best seen at their moment. */
  public static FoundKind ofMoments(int rank, String key) {
    return new FoundKind(rank, WORDS, key, true);
  }

  /** What it is called. */
  public String word() {
    return words.get(key);
  }

  /** By rank; two of one rank are still two. */
  @Override
  public int compareTo(FoundKind other) {
    return ORDER.compare(this, other);
  }
}

package interleave.timeline.search;

import interleave.words.Words;

/**
 * What sort of thing can be found.
 *
 * @param rank those of a smaller one are shown first
 * @param words where the reader's word for it is, by {@code key}
 * @param moment whether one goes to the moment at which it happens, rather than to see all of it
 */
public record FoundKind(int rank, Words words, String key, boolean moment) {
  private static final Words WORDS = Words.of("timeline/search");

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
}

package interleave.timeline.layout;

import interleave.words.Words;
import java.util.Locale;

/** Names as a learner knows them. */
public final class Names {
  private static final Words WORDS = Words.of("timeline/draw");

  private Names() {}

  /** Without what compilers make up: {@code <clinit>} is nothing that one wrote. */
  public static String plain(String label) {
    return label.startsWith("<") ? "" : label;
  }

  /**
   * {@code Lock balance}; not {@code Lock lock}, and {@code Process pool} as it is. The kind is an
   * English word, which names the key of its word in {@code timeline/draw}.
   */
  public static String title(String kind, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals(kind.toLowerCase(Locale.ROOT)) || name.isBlank()) {
      return WORDS.get("kind." + kind);
    }
    return lower.endsWith(" " + kind.toLowerCase(Locale.ROOT))
        ? name
        : WORDS.get("named", WORDS.get("kind." + kind), name);
  }
}

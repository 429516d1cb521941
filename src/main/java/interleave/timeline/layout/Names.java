package interleave.timeline.layout;

import java.util.Locale;

/** Names as a learner knows them. */
public final class Names {
  private Names() {}

  /** Without what compilers make up: {@code <clinit>} is nothing that one wrote. */
  public static String plain(String label) {
    return label.startsWith("<") ? "" : label;
  }

  /** {@code Lock balance}; not {@code Lock lock}, and {@code Process pool} as it is. */
  public static String title(String kind, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals(kind.toLowerCase(Locale.ROOT)) || name.isBlank()) {
      return kind;
    }
    return lower.endsWith(" " + kind.toLowerCase(Locale.ROOT)) ? name : kind + " " + name;
  }
}

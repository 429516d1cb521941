package interleave.app.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /** The known word that is so like {@code typed} that it may be a slip; else nothing. */
  static Optional<String> to(String typed, Collection<String> known) {
    String lower = typed.toLowerCase(Locale.ROOT);
    Optional<String> whole =
        known.stream().filter(each -> lower.length() >= 3 && each.contains(lower)).findFirst();
    return whole.or(
        () ->
            known.stream()
                .filter(each -> distance(lower, each) <= Math.max(2, each.length() / 3))
                .min(Comparator.comparingInt(each -> distance(lower, each))));
  }

  /** How many letters must be put in, left out or changed to make one of the other. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}

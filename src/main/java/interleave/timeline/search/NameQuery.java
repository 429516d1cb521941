package interleave.timeline.search;

import java.util.Arrays;
import java.util.List;

/**
 * What is looked for: every word of it has to occur, in whatever case. Texts are not changed to be
 * compared, as there may be a million of them.
 */
final class NameQuery {
  /** A text that is nothing but what is looked for. */
  static final int WHOLE = 0;

  /** It begins so. */
  static final int BEGINS = 1;

  /** A word in it begins so. */
  static final int WORD = 2;

  /** It is somewhere within. */
  static final int WITHIN = 3;

  static final int RANKS = 4;
  static final int NOT = -1;

  private final List<String> words;

  NameQuery(String text) {
    words = Arrays.stream(text.strip().split("\\s+", -1)).filter(it -> !it.isEmpty()).toList();
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /** How well it fits, {@link #NOT} when it does not. */
  int rank(String text) {
    int rank = NOT;
    for (int i = 0; i < words.size(); i++) {
      int at = find(text, words.get(i));
      if (at < 0) {
        return NOT;
      }
      if (i == 0) {
        rank = rank(text, words.getFirst(), at);
      }
    }
    return rank;
  }

  private int rank(String text, String word, int at) {
    if (at == 0) {
      return words.size() == 1 && text.length() == word.length() ? WHOLE : BEGINS;
    }
    return Character.isLetterOrDigit(text.charAt(at - 1)) ? WITHIN : WORD;
  }

  private static int find(String text, String word) {
    char low = Character.toLowerCase(word.charAt(0));
    char high = Character.toUpperCase(word.charAt(0));
    for (int i = 0; i <= text.length() - word.length(); i++) {
      char c = text.charAt(i);
      if ((c == low || c == high) && text.regionMatches(true, i, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }
}

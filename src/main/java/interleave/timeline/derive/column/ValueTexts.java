package interleave.timeline.derive.column;

import interleave.timeline.column.TextColumn;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the values of one variable look like that are no numbers, each once: the number of a text
 * says where it stands.
 */
public final class ValueTexts {
  /** So many are looked for; who has more of them, has most of them only once. */
  private static final int MOST_KNOWN = 1000;

  private @Nullable TextColumn texts;
  private @Nullable Map<String, Integer> known;
  private long last;
  private int lastNumber;

  /**
   * The number of what {@code identity} looks like, from 1; 0 where nothing is told of it.
   *
   * @param text null where it is as in the access before, if that was of the same
   */
  public int number(long identity, @Nullable String text) {
    boolean same = identity == last;
    last = identity;
    if (text != null) {
      lastNumber = numberOf(text);
    } else if (!same) {
      lastNumber = 0;
    }
    return lastNumber;
  }

  private int numberOf(String text) {
    if (texts == null || known == null) {
      texts = new TextColumn();
      known = new HashMap<>();
    }
    Integer found = known.get(text);
    if (found != null) {
      return found;
    }
    texts.add(text);
    if (known.size() < MOST_KNOWN) {
      known.put(text, texts.size());
    }
    return texts.size();
  }

  public String get(int number) {
    return texts == null ? "" : texts.get(number - 1);
  }
}

package interleave.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Why it says nothing to try all orders of a lesson's threads. */
public enum Unexplored {
  /** It is about how long things take, and under control one thread runs at a time. */
  TIME,
  /** Its turns are those of processes. */
  PROCESSES,
  /** It is about more orders of memory than one. */
  MEMORY,
  /** All of it is done by one thread. */
  LOOP;

  static final List<String> WORDS = Arrays.stream(values()).map(Unexplored::word).toList();

  /** As files have it, and words know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Unexplored of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}

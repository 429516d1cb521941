package interleave.timeline;

import interleave.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process: its header in the timeline. {@code parent} is an index, -1 for the root. {@code
 * lanes} are indices.
 */
public record ProcessTrack(
    int index,
    long pid,
    int parent,
    String name,
    String command,
    String runtime,
    boolean traced,
    long start,
    long end,
    @Nullable Exit exit,
    List<Integer> lanes) {

  private static final Words WORDS = Words.of("timeline/model");

  /** How it ended: one of code and signal is known, or neither. */
  public record Exit(@Nullable Integer code, @Nullable String signal) {
    /** {@code exit 0}, {@code SIGTERM}, {@code ended}, in the language of the reader. */
    public String show() {
      return signal != null
          ? signal
          : code != null ? WORDS.get("exit.code", code) : WORDS.get("exit.ended");
    }
  }
}

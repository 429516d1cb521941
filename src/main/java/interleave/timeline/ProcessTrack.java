package interleave.timeline;

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

  /** How it ended: one of code and signal is known, or neither. */
  public record Exit(@Nullable Integer code, @Nullable String signal) {
    /** {@code exit 0}, {@code SIGTERM}, {@code ended}. */
    public String show() {
      return signal != null ? signal : code != null ? "exit " + code : "ended";
    }
  }
}

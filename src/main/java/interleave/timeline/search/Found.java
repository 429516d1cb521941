package interleave.timeline.search;

import interleave.timeline.ThingRef;
import java.util.List;
import java.util.Map;

/**
 * What a search has found.
 *
 * @param hits kind by kind, within a kind those that fit best first
 * @param counts how many of each kind there are; more than there are hits where those are too many
 * @param whole whether it was looked through to the end
 */
public record Found(List<Hit> hits, Map<FoundKind, Integer> counts, boolean whole) {
  /**
   * One thing that was found.
   *
   * @param process index of the process it belongs to, -1 when it is nobody's
   */
  public record Hit(FoundKind kind, ThingRef thing, String name, int process) {}

  public Found {
    hits = List.copyOf(hits);
    counts = Map.copyOf(counts);
  }

  /** How many there are in all. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}

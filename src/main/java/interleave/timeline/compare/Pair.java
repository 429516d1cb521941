package interleave.timeline.compare;

/**
 * Two things that play the same part, as indices into a list of each run.
 *
 * @param a in the first run, -1 where it has none; so {@code b} in the second
 */
public record Pair(int a, int b) {
  public boolean isBoth() {
    return a >= 0 && b >= 0;
  }
}

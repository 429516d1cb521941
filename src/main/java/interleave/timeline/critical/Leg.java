package interleave.timeline.critical;

import org.jspecify.annotations.Nullable;

/**
 * A part of a path that lies on one lane.
 *
 * @param lane -1 where nothing ran
 * @param from when the path came to it: what let it go on was done then
 * @param since when it went on
 * @param to when the path leaves it
 * @param by what let it go on; null at the beginning of the path
 */
public record Leg(int lane, long from, long since, long to, @Nullable Release by) {
  public long length() {
    return to - from;
  }

  /** Whether it is the time in which nothing ran. */
  public boolean isStill() {
    return lane < 0;
  }
}

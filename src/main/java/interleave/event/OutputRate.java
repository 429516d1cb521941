package interleave.event;

import org.jspecify.annotations.Nullable;

/**
 * Tells how much of what a program prints is recorded line by line. What comes faster for long is
 * passed on as it is and only counted, or recording would hold up the program and fill the disk.
 * One thread at a time.
 */
public final class OutputRate {
  /** So much is recorded at once, and then so much a second, where the program records itself. */
  private static final long BURST = 12 << 20;

  private static final long PER_SECOND = 1 << 20;

  /** What a piece takes beside its bytes. */
  private static final int EACH = 32;

  /** When it was too much, there has to be room for such a part of the burst again. */
  private static final int AGAIN = 8;

  private final long burst;
  private final long perSecond;
  private long room;
  private long filled = System.nanoTime();
  private boolean counting;
  private long lines;
  private long bytes;

  public OutputRate() {
    this(BURST, PER_SECOND);
  }

  public OutputRate(long burst, long perSecond) {
    this.burst = burst;
    this.perSecond = perSecond;
    room = burst;
  }

  /** Whether a piece of that length is to be recorded; if not, it is to be {@link #count}ed. */
  public boolean admits(int length) {
    long cost = length + (long) EACH;
    if (counting || room < cost) {
      fill();
      if (room < Math.max(cost, counting ? burst / AGAIN : 0)) {
        return false;
      }
    }
    room -= cost;
    return true;
  }

  private void fill() {
    long now = System.nanoTime();
    long more = (long) ((now - filled) / 1e9 * perSecond);
    if (more > 0) {
      filled = now;
      room = Math.min(burst, room + more);
    }
  }

  /**
   * Counts a piece that is not recorded.
   *
   * @return what is to be recorded in its place when it is the first one, else null
   */
  public @Nullable String count(byte[] from, int begin, int length) {
    for (int i = begin; i < begin + length; i++) {
      lines += from[i] == '\n' ? 1 : 0;
    }
    bytes += length;
    boolean first = !counting;
    counting = true;
    return first
        ? "[more is printed than is recorded line by line: from here it is counted]"
        : null;
  }

  /** Whether pieces were counted of which nothing is recorded yet. */
  public boolean isCounting() {
    return counting;
  }

  /** What is to be recorded for the pieces that were counted; null when there were none. */
  public @Nullable String counted() {
    if (!counting) {
      return null;
    }
    String text = "[" + lines + " lines, " + bytes + " bytes, which were only counted]";
    counting = false;
    lines = 0;
    bytes = 0;
    return text;
  }
}

package interleave.exchange.strace;

import interleave.exchange.strace.StraceLine.Stamp;

/** When lines were, on one axis, whatever sort of times they have. */
final class Clock {
  private static final long DAY = 24L * 3600 * 1_000_000_000L;

  private long now;
  private long days;
  private long lastOfDay = -1;
  private Stamp stamp = Stamp.NONE;
  private long lines;
  private boolean parted;

  /** When a line was; that of the line before where it has no time. */
  long at(StraceLine line) {
    stamp = stamp == Stamp.NONE ? line.stamp() : stamp;
    lines++;
    parted |= line.time() % 1_000_000_000L != 0;
    switch (line.stamp()) {
      case NONE -> {}
      case CLOCK -> now = line.time();
      case SINCE_LAST -> now += line.time();
      case DAY -> {
        if (lastOfDay - line.time() > DAY / 2) {
          days++; // it was midnight
        }
        lastOfDay = line.time();
        now = days * DAY + line.time();
      }
    }
    return now;
  }

  /** Whether all of several times are whole seconds, as of {@code -t}. */
  boolean isOfSeconds() {
    return !parted && lines > 1;
  }

  /** When the last line was. */
  long last() {
    return now;
  }

  /** What sort of times there are; none where no line had one. */
  Stamp stamp() {
    return stamp;
  }
}

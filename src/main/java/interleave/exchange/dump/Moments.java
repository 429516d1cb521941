package interleave.exchange.dump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the dumps of some files were made. Those that do not say stand in their order, a second
 * apart, behind the one before; of the first of them it takes one with a time to tell where that
 * is.
 */
final class Moments {
  /** So far apart stand dumps of which only the order is known. */
  static final long STEP = 1_000_000_000L;

  /** So far apart stand two of the same second. */
  private static final long NUDGE = 1_000_000L;

  /** So many wait for one with a time. */
  private static final int MOST_WAITING = 200;

  private final Writing writing;
  private final List<ThreadDump> waiting = new ArrayList<>();
  private final Set<At> taken = new HashSet<>();
  private @Nullable Long last;
  private long untimed;
  private long timed;

  private record At(long pid, String process, long time) {}

  /** Writes a dump down at a time. */
  @FunctionalInterface
  interface Writing {
    void write(ThreadDump dump, long time) throws IOException;
  }

  Moments(Writing writing) {
    this.writing = writing;
  }

  /** How many had no time. */
  long untimed() {
    return untimed;
  }

  /** How many had one. */
  long timed() {
    return timed;
  }

  void add(ThreadDump dump) throws IOException {
    Long time = dump.time;
    if (time != null) {
      timed++;
      flush(time);
      write(dump, time);
      return;
    }
    untimed++;
    Long before = last;
    if (before != null) {
      write(dump, before + STEP);
    } else {
      waiting.add(dump);
      if (waiting.size() >= MOST_WAITING) {
        flush(waiting.size() * STEP);
      }
    }
  }

  void end() throws IOException {
    flush(waiting.size() * STEP);
  }

  /** Those that wait were before that. */
  private void flush(long time) throws IOException {
    List<ThreadDump> all = List.copyOf(waiting);
    waiting.clear();
    for (int i = 0; i < all.size(); i++) {
      write(all.get(i), time - (all.size() - i) * STEP);
    }
  }

  private void write(ThreadDump dump, long wanted) throws IOException {
    long time = wanted;
    while (!taken.add(new At(dump.pid, dump.process, time))) {
      time += NUDGE;
    }
    last = time;
    writing.write(dump, time);
  }
}

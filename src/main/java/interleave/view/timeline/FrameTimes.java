package interleave.view.timeline;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** How long the last frames took, part by part. Whoever wants to know makes one; any thread. */
public final class FrameTimes {
  /** What a frame is made of. */
  public enum Part {
    /** From events to tracks, on the thread that follows the recording. */
    DERIVE,
    /** Rows, and how wide their names are. */
    LAY_OUT,
    /** From rows to marks. */
    DRAW,
    /** From marks to pixels. */
    PAINT,
    /** All that the application thread did for it. */
    APPLICATION,
    /** From a new picture to the next. */
    INTERVAL
  }

  private static final int KEPT = 512;

  private final Map<Part, Ring> rings = new EnumMap<>(Part.class);
  private long shown;

  private static final class Ring {
    final long[] ns = new long[KEPT];
    int count;

    void add(long took) {
      ns[count++ % KEPT] = took;
    }
  }

  public FrameTimes() {
    for (Part part : Part.values()) {
      rings.put(part, new Ring());
    }
  }

  /**
   * Of the frames that are kept, in nanoseconds; all 0 before the first.
   *
   * @param ninetyNinth what one of a hundred frames exceeds
   */
  public record Figures(long last, long median, long ninetyNinth) {}

  public synchronized void add(Part part, long ns) {
    ring(part).add(ns);
  }

  /** A new picture is in the window. */
  synchronized void shown(long now) {
    if (shown != 0) {
      add(Part.INTERVAL, now - shown);
    }
    shown = now;
  }

  /** When the newest picture came into the window, as {@link System#nanoTime} has it. */
  public synchronized long lastShown() {
    return shown;
  }

  /** Forgets all. */
  public synchronized void clear() {
    rings.values().forEach(ring -> ring.count = 0);
    shown = 0;
  }

  /** How many of that part were told since the beginning or since {@link #clear}. */
  public synchronized int count(Part part) {
    return ring(part).count;
  }

  public synchronized Figures of(Part part) {
    Ring ring = ring(part);
    int size = Math.min(KEPT, ring.count);
    if (size == 0) {
      return new Figures(0, 0, 0);
    }
    long[] sorted = Arrays.copyOf(ring.ns, size);
    Arrays.sort(sorted);
    long last = ring.ns[(ring.count - 1) % KEPT];
    return new Figures(last, sorted[size / 2], sorted[Math.min(size - 1, size * 99 / 100)]);
  }

  private Ring ring(Part part) {
    Ring ring = rings.get(part);
    if (ring == null) {
      throw new IllegalStateException(part.name());
    }
    return ring;
  }
}

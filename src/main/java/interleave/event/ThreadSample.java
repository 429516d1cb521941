package interleave.event;

/**
 * What the system counted of one of its threads between two looks, as the value of {@link
 * EventKind#THREAD_STATE}:
 *
 * <pre>
 *   bits  0 to 21   the system's id of the thread
 *   bits 22 to 39   how long ago the look before was, in 16 µs
 *   bits 40 to 51   how much of that it was on a processor, in parts of 4095
 *   bits 52 to 63   how much of that it waited for one
 * </pre>
 *
 * <p>The rest it was asleep, or stopped.
 *
 * @param window nanoseconds since the look before
 * @param ran nanoseconds of these on a processor
 * @param ready nanoseconds of these in which it waited for one
 */
public record ThreadSample(int tid, long window, long ran, long ready) {
  /** The system has no more threads than that. */
  private static final int TID_BITS = 22;

  private static final int WINDOW_BITS = 18;
  private static final int SHARE_BITS = 12;
  private static final int RAN_AT = TID_BITS + WINDOW_BITS;
  private static final int READY_AT = RAN_AT + SHARE_BITS;
  private static final long MOST = mask(WINDOW_BITS);
  private static final long ALL = mask(SHARE_BITS);
  private static final long UNIT_NS = 16_000;

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }

  public long packed() {
    long units = Math.clamp(window / UNIT_NS, 0, MOST);
    long first = share(ran);
    long second = Math.min(ALL - first, share(ready));
    return tid & mask(TID_BITS) | units << TID_BITS | first << RAN_AT | second << READY_AT;
  }

  private long share(long part) {
    return window <= 0 ? 0 : Math.clamp(Math.round((double) part * ALL / window), 0, ALL);
  }

  public static ThreadSample of(long packed) {
    long window = (packed >>> TID_BITS & MOST) * UNIT_NS;
    return new ThreadSample(
        (int) (packed & mask(TID_BITS)),
        window,
        window * (packed >>> RAN_AT & ALL) / ALL,
        window * (packed >>> READY_AT & ALL) / ALL);
  }

  /** Nanoseconds in which it waited for something. */
  public long asleep() {
    return Math.max(0, window - ran - ready);
  }
}

package interleave.timeline.draw;

import interleave.timeline.ThreadState;

/** What a colour is for. A {@link Palette} says which colour that is. */
public enum Role {
  BACKGROUND,
  /** Behind headers, locks and queues. */
  BAND,
  /** Behind chips and value boxes. */
  CHIP,
  RULE,
  GRID,
  TEXT,
  MUTED,
  ACCENT,
  /** The playhead, lost updates, processes that a signal ended. */
  RED,
  /** A process that ended well. */
  GOOD,
  RUNNING,
  /** Running where the accesses of a variable stand out. */
  RUNNING_SOFT,
  SLEEPING,
  LOCK_WAIT,
  LOCK_WAIT_GROUND,
  HOLD,
  QUEUE_WAIT,
  QUEUE_WAIT_GROUND,
  JOINING,
  JOINING_GROUND,
  SYNC_WAIT,
  SYNC_WAIT_GROUND,
  IO,
  READY,
  READY_GROUND,
  UNTRACED_WAIT,
  UNTRACED_WAIT_GROUND,
  /** The line of a thread of which nobody says what it does. */
  NOT_TOLD,
  /** Hand-over of a lock, arrows of messages. */
  MESSAGE,
  /**
   * Arrows of messages, of threads that let others go on, of starts, and of calls, behind those
   * that stand out.
   */
  MESSAGE_SOFT,
  SYNC_SOFT,
  START_SOFT,
  IO_SOFT,
  GAP,
  /** The critical path. */
  PATH,
  THREAD_0,
  THREAD_1,
  THREAD_2,
  THREAD_3,
  THREAD_4,
  THREAD_5,
  THREAD_6,
  THREAD_7,
  /** Named slices, by their names. */
  SLICE_0,
  SLICE_1,
  SLICE_2,
  SLICE_3,
  SLICE_4,
  SLICE_5,
  SLICE_6,
  SLICE_7,
  /** Words on the fill of that name: black or white, whichever is read better. */
  ON_RED,
  ON_ACCENT,
  ON_RUNNING,
  ON_RUNNING_SOFT,
  ON_SLEEPING,
  ON_LOCK_WAIT,
  ON_QUEUE_WAIT,
  ON_JOINING,
  ON_SYNC_WAIT,
  ON_IO,
  ON_READY,
  ON_UNTRACED_WAIT,
  ON_NOT_TOLD,
  ON_THREAD_0,
  ON_THREAD_1,
  ON_THREAD_2,
  ON_THREAD_3,
  ON_THREAD_4,
  ON_THREAD_5,
  ON_THREAD_6,
  ON_THREAD_7,
  ON_SLICE_0,
  ON_SLICE_1,
  ON_SLICE_2,
  ON_SLICE_3,
  ON_SLICE_4,
  ON_SLICE_5,
  ON_SLICE_6,
  ON_SLICE_7;

  private static final int THREADS = 7;

  /** How many colours slices have. */
  public static final int SLICES = 8;

  /**
   * The colour of a thread by {@code Timeline.hue}. The first, which starts the others, has the
   * sober one; threads further than seven apart share one.
   */
  public static Role thread(int lane) {
    return values()[THREAD_0.ordinal() + shade(lane)];
  }

  public static Role onThread(int lane) {
    return values()[ON_THREAD_0.ordinal() + shade(lane)];
  }

  /** Which of the colours of slices a name has, in each run the same. */
  public static int sliceShade(String name) {
    int hash = name.hashCode() * 0x9E37_79B9;
    return (hash >>> 16) % SLICES;
  }

  public static Role slice(int shade) {
    return values()[SLICE_0.ordinal() + shade];
  }

  public static Role onSlice(int shade) {
    return values()[ON_SLICE_0.ordinal() + shade];
  }

  private static int shade(int lane) {
    return lane <= 0 ? THREADS : (lane - 1) % THREADS;
  }

  public static Role of(ThreadState state) {
    return switch (state) {
      case RUNNING -> RUNNING;
      case SLEEPING -> SLEEPING;
      case LOCK_WAIT -> LOCK_WAIT;
      case QUEUE_WAIT -> QUEUE_WAIT;
      case JOINING -> JOINING;
      case SYNC_WAIT -> SYNC_WAIT;
      case IO -> IO;
      case READY -> READY;
      case UNTRACED_WAIT -> UNTRACED_WAIT;
      case NOT_TOLD -> NOT_TOLD;
    };
  }

  /** What lies behind the pattern of a state. */
  public static Role ground(ThreadState state) {
    return switch (state) {
      case LOCK_WAIT -> LOCK_WAIT_GROUND;
      case QUEUE_WAIT -> QUEUE_WAIT_GROUND;
      case JOINING -> JOINING_GROUND;
      case SYNC_WAIT -> SYNC_WAIT_GROUND;
      case READY -> READY_GROUND;
      case UNTRACED_WAIT -> UNTRACED_WAIT_GROUND;
      case RUNNING, SLEEPING, IO, NOT_TOLD -> of(state);
    };
  }

  /** Words on a span of that state. */
  public static Role on(ThreadState state) {
    return switch (state) {
      case RUNNING -> ON_RUNNING;
      case SLEEPING -> ON_SLEEPING;
      case LOCK_WAIT -> ON_LOCK_WAIT;
      case QUEUE_WAIT -> ON_QUEUE_WAIT;
      case JOINING -> ON_JOINING;
      case SYNC_WAIT -> ON_SYNC_WAIT;
      case IO -> ON_IO;
      case READY -> ON_READY;
      case UNTRACED_WAIT -> ON_UNTRACED_WAIT;
      case NOT_TOLD -> ON_NOT_TOLD;
    };
  }
}

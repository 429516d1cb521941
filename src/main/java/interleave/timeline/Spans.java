package interleave.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Spans of one lane, sorted by start, without overlap (holds may overlap). A view of a fixed prefix
 * of append-only columns; the last span may be open ({@code end == Timeline.OPEN}). Costs of {@link
 * #at} and {@link #nanosIn} are logarithmic, so that a frame costs by pixels and not by events.
 */
public interface Spans {
  int size();

  long start(int i);

  /** {@link Timeline#OPEN} while it goes on. */
  long end(int i);

  ThreadState state(int i);

  /**
   * The lock, synchronizer, queue, pipe, lane (joined thread) or process index it is about, -1 for
   * none; which of them follows from state and {@link #about}.
   */
  int object(int i);

  About about(int i);

  /**
   * After how many ns the wait ends by itself, counted from when it was begun; {@link
   * Timeline#OPEN} for never, 0 where something from outside may end it at any time.
   */
  default long limit(int i) {
    return Timeline.OPEN;
  }

  /** Whether the thread waits to have a lock together with others. */
  default boolean shared(int i) {
    return false;
  }

  /** Index into {@link Timeline#site}; 0 is unknown. */
  int site(int i);

  /** The index of the task in its pool that it is about, -1 where that is none or not known. */
  default int task(int i) {
    return -1;
  }

  /**
   * What to write on the span where there is room: {@code sleep 0.46}, {@code join(Writer)}, {@code
   * waits for lock}, a function's name.
   */
  String label(int i);

  /** What the thread is at where state and {@link #about} leave that open. */
  Verb verb(int i);

  /** The condition of a lock at which the thread waits; empty where it is no condition's. */
  default String condition(int i) {
    return "";
  }

  /**
   * Where a thread sleeps that waits for something not traced, as far as the system tells: a name
   * of {@code interleave.event.WaitChannel} in small letters; empty where that is not known.
   */
  default String channel(int i) {
    return "";
  }

  /** Whether the system was asked what the thread does while it says nothing itself. */
  default boolean sampled() {
    return false;
  }

  /** Index of the last span that starts at or before {@code time}, -1 if there is none. */
  int at(long time);

  /** How many nanoseconds of [from, to) are spent in that state. */
  long nanosIn(ThreadState state, long from, long to);

  /** What is kept of them from frame to frame; null where what was may still change. */
  default @Nullable BinKeys kept() {
    return null;
  }

  /** For many questions of later and later times. */
  default SpanWalk walk() {
    return SpanWalk.plain(this);
  }

  /** What a thread does with what its span is about. */
  enum Verb {
    /** What state and subject say. */
    PLAIN,
    PUT,
    GET,
    /** Has let go of a monitor or lock and waits to be notified. */
    AWAIT,
    /** Carries out a task of a pool. */
    TASK,
    /** Waits for the result of a task. */
    RESULT,
    /** A pool's worker that has no task. */
    IDLE
  }

  enum About {
    NOTHING,
    LOCK,
    /** A semaphore, latch, barrier or phaser. */
    SYNCHRONIZER,
    QUEUE,
    LANE,
    PROCESS,
    FUNCTION,
    PIPE,
    /** A task of a pool, which is the object. */
    TASK,
    POOL,
    /** The turn of a task that may go on. */
    TURN,
    /** A result that somebody will give. */
    FUTURE,
    /** Several tasks. */
    TASKS,
    /** A call of what another process serves. */
    CALL
  }
}

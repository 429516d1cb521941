package interleave.timeline.grammar;

import interleave.event.Awaited;
import interleave.event.Flags;
import interleave.timeline.Spans.About;
import interleave.timeline.ThreadState;
import org.jspecify.annotations.Nullable;

/**
 * What a thread may be in the middle of, from an event that begins it to one that ends it. They lie
 * within each other: while a thread waits in a put it may have to wait for the lock of the queue.
 */
public enum Activity {
  SLEEP(ThreadState.SLEEPING, About.NOTHING, true),
  JOIN(ThreadState.JOINING, About.LANE, true),
  LOCK(ThreadState.LOCK_WAIT, About.LOCK),
  /** Has let go of a lock until it is notified. */
  NOTIFICATION(ThreadState.SYNC_WAIT, About.LOCK),
  PARK(ThreadState.SYNC_WAIT, About.NOTHING, true),
  PUT(ThreadState.QUEUE_WAIT, About.QUEUE),
  GET(ThreadState.QUEUE_WAIT, About.QUEUE),
  TRANSFER(ThreadState.IO, About.PIPE),
  CHILD(ThreadState.JOINING, About.PROCESS),
  MEETING(ThreadState.SYNC_WAIT, About.SYNCHRONIZER),
  TASK(ThreadState.RUNNING, About.TASK),
  RESULT(ThreadState.JOINING, About.TASK),
  CALL(ThreadState.JOINING, About.CALL),
  SERVICE(ThreadState.RUNNING, About.CALL),
  /** A task of an event loop is off its thread; its state is what {@link Awaited} says. */
  AWAIT(null, null, false),
  /** Has nothing to do; an event loop sleeps, a worker waits for its pool. */
  IDLE(ThreadState.QUEUE_WAIT, About.POOL, true),
  /** The thread of an event loop runs a task; begun and ended by what the task says. */
  STEP(ThreadState.RUNNING, About.LANE);

  private final @Nullable ThreadState state;
  private final @Nullable About about;
  private final boolean leaf;

  Activity(ThreadState state, About about) {
    this(state, about, false);
  }

  Activity(@Nullable ThreadState state, @Nullable About about, boolean leaf) {
    this.state = state;
    this.about = about;
    this.leaf = leaf;
  }

  /** The state of a thread in the middle of it; null where only its event tells. */
  public @Nullable ThreadState state() {
    return state;
  }

  /** What its span is about; null where only its event tells. */
  public @Nullable About about() {
    return about;
  }

  /** Whether a thread that says anything else is no longer in the middle of it. */
  public boolean isLeaf() {
    return leaf;
  }

  /** The state as an event with those flags begins it. */
  public ThreadState state(int flags) {
    if (this == IDLE && (flags & Flags.COROUTINE) != 0) {
      return ThreadState.SLEEPING;
    }
    return state != null ? state : state(Awaited.of(flags & 0xFF));
  }

  /** What the span is about that an event with those flags begins. */
  public About about(int flags) {
    return about != null ? about : about(Awaited.of(flags & 0xFF));
  }

  private static ThreadState state(Awaited what) {
    return switch (what) {
      case TURN, FUTURE, THING -> ThreadState.SYNC_WAIT;
      case IO -> ThreadState.IO;
      case SLEEP -> ThreadState.SLEEPING;
      case TASK, TASKS, RESULT -> ThreadState.JOINING;
    };
  }

  private static About about(Awaited what) {
    return switch (what) {
      case TURN -> About.TURN;
      case FUTURE, THING, IO -> About.FUTURE;
      case SLEEP -> About.NOTHING;
      case TASK -> About.LANE;
      case TASKS -> About.TASKS;
      case RESULT -> About.TASK;
    };
  }
}

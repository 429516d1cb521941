package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.event.Flags;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Called by the JDK's own pools, where {@link PoolSites} says: what they were given, what they run,
 * what they refuse. So the program's objects go through pools and queues as they are, and are known
 * by their identity.
 *
 * <p>No hook lets an exception out, and none calls code of the program's.
 */
public final class PoolEdges {
  /** Whether any task is on its way at all. */
  private static volatile boolean used;

  private PoolEdges() {}

  /** A pool is given {@code command}: by the call that the program is in, or by the JDK for it. */
  public static void handedIn(@Nullable Object pool, @Nullable Object command) {
    try {
      if (pool == null || command == null) {
        return;
      }
      Lane lane = Lane.current();
      TaskLane mine = TaskLane.of(lane);
      Submission now = mine.submitting;
      if (now != null && now.told) {
        TaskRecord record = now.record;
        if (record == null) {
          record = submitted(lane, now.pool, now.task, now.site);
          now.record = record;
        }
        bind(command, record);
      } else if (now == null && mine.batch != null) {
        mine.batch.handedIn(command);
      } else if (now == null && !Identity.isOfJdk(command)) {
        bind(command, submitted(lane, pool, command, Lane.RECORDER.callerSite()));
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static TaskRecord submitted(Lane lane, Object pool, Object task, int site) {
    return TaskRecord.submitted(lane, Pools.known(pool, site), TaskNames.of(task), 0, site);
  }

  /** {@code command} is what the pool runs as {@code record}. */
  static void bind(Object command, TaskRecord record) {
    if (record.isNew() && Futures.of(command) != record) {
      Futures.register(command, record);
      used = true;
      if (!Identity.isOfJdk(command)) {
        UnwrappableTasks.isUsed();
      }
    }
  }

  /** A worker begins to run {@code task}; what {@link #ended} is to be told, null for none. */
  public static @Nullable Object begins(@Nullable Object task) {
    // A future of the JDK's tells by itself, with its result; one that the program made of it may
    // come back.
    return !used || task == null || task instanceof FutureTask<?> && Identity.isOfJdk(task)
        ? null
        : begins(task, task instanceof RunnableScheduledFuture<?>);
  }

  /** A future begins what it stands for. */
  public static @Nullable Object computes(@Nullable Object future) {
    return used && future != null ? begins(future, false) : null;
  }

  /** The same for one that may do so again. */
  public static @Nullable Object repeats(@Nullable Object future) {
    return used && future != null ? begins(future, true) : null;
  }

  private static @Nullable Object begins(Object task, boolean again) {
    try {
      TaskRecord record = again ? Futures.of(task) : Futures.waiting(task);
      TaskLane mine = TaskLane.current();
      TaskRun outer = mine.run;
      boolean same = outer != null && outer.task == task;
      if (record != null && !same && (again ? record.beginAgain() : record.begin())) {
        if (!(task instanceof Future<?>)) {
          Futures.begun(task);
        }
        return TaskRun.of(record, task, mine);
      }
      return outer == null ? null : outer.part(task);
    } catch (Throwable e) {
      return null;
    }
  }

  /** What {@code began} was said of is done. */
  public static void ended(@Nullable Object result, @Nullable Object began) {
    over(began, result, null);
  }

  public static void failed(Throwable why, @Nullable Object began) {
    over(began, null, why);
  }

  private static void over(
      @Nullable Object began, @Nullable Object result, @Nullable Throwable why) {
    try {
      if (began instanceof TaskRun run) {
        run.over(TaskLane.current(), result, why);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** A pool asks its handler what to do with what it does not take. */
  public static void refuses() {
    try {
      TaskLane mine = TaskLane.current();
      mine.refusal = new Refusal(mine.refusal);
    } catch (Throwable e) {
      // What the handler takes out of the queue is not known to be dropped.
    }
  }

  /** The program takes {@code element} out of a queue; perhaps a pool's, to make room in it. */
  public static void takenOut(Lane lane, Object element) {
    if (used) {
      Refusal refusal = TaskLane.of(lane).refusal;
      if (refusal != null) {
        refusal.takenOut(element);
      }
    }
  }

  /** The handler has returned: is {@code command} anywhere? */
  public static void refused(
      @Nullable Object handler, @Nullable Object queue, @Nullable Object command) {
    try {
      over();
      TaskRecord record = command == null ? null : Futures.of(command);
      if (record == null || !record.isNew() || command == null) {
        return;
      }
      boolean discards = handler instanceof ThreadPoolExecutor.DiscardPolicy;
      if (discards || !QueueContents.mayHold(queue, command)) {
        record.dropped(Flags.CANCELLED, "dropped by the pool");
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  private static void over() {
    TaskLane mine = TaskLane.current();
    Refusal refusal = mine.refusal;
    if (refusal != null) {
      mine.refusal = refusal.outer;
      refusal.over();
    }
  }

  /** The handler threw. */
  public static void rejected(@Nullable Object command) {
    try {
      over();
    } catch (Throwable e) {
      // Not recorded.
    }
    drop(command, "rejected by the pool");
  }

  /** The oldest task was taken out of a full queue, to make room. */
  public static void pushedOut(@Nullable Object command) {
    drop(command, "dropped for a newer one");
  }

  static void drop(@Nullable Object command, String why) {
    try {
      TaskRecord record = command == null ? null : Futures.waiting(command);
      if (record != null) {
        record.dropped(Flags.CANCELLED, why);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The calling thread is a worker from now on, and has nothing to do where there is no task. */
  public static void works(@Nullable Object pool, @Nullable Object task) {
    try {
      Lane lane = Lane.known();
      if (lane != null && pool != null) {
        TaskLane.of(lane).working++;
        if (task == null) {
          lane.log.event(IDLE_BEGIN, 0, Pools.known(pool, 0).id, 0, 0);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** And is none any more. */
  public static void worked() {
    try {
      Lane lane = Lane.known();
      TaskLane mine = lane == null ? null : TaskLane.of(lane);
      if (lane != null && mine != null && mine.working > 0 && --mine.working == 0) {
        if (!lane.runsOnlyTasks()) {
          lane.log.event(IDLE_END, 0, 0, 0, 0);
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** A worker of a fork/join pool finds nothing to do. */
  public static void idles(@Nullable Object pool) {
    try {
      Lane lane = Lane.known();
      if (lane != null && pool != null) {
        lane.log.event(IDLE_BEGIN, 0, Pools.known(pool, 0).id, 0, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** And looks for something again. */
  public static void resumes() {
    try {
      Lane lane = Lane.known();
      if (lane != null) {
        lane.log.event(IDLE_END, 0, 0, 0, 0);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** The JDK made an executor that hands on to {@code pool} what it is given. */
  public static void facade(@Nullable Object made, @Nullable Object pool) {
    try {
      if (made != null && pool != null) {
        Facades.made(made, pool);
      }
    } catch (Throwable e) {
      // Its tasks are not recorded then.
    }
  }
}

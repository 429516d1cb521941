package interleave.agent.task;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Programs;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
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

  static boolean areUsed() {
    return used;
  }

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
      } else if (now == null
          && !Identity.isOfJdk(command)
          && !Programs.isOfBrokerClient(command.getClass().getName())) {
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

  /** Somebody, perhaps a pool that is shut down, tried to cancel {@code future}. */
  public static void cancelled(@Nullable Object future) {
    try {
      if (used
          && future instanceof FutureTask<?> known
          && Identity.isOfJdk(known)
          && known.isCancelled()) {
        TaskRecord record = Futures.of(known);
        if (record != null) {
          record.cancelled();
        }
      }
    } catch (Throwable e) {
      // Not recorded.
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

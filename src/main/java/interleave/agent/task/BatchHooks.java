package interleave.agent.task;

import static interleave.event.EventKind.*;

import interleave.agent.trace.Lane;
import interleave.agent.trace.WaitLimit;
import interleave.event.Flags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Called by rewritten code around {@code invokeAll} and {@code invokeAny} of executors. */
public final class BatchHooks {
  private static final long NOTHING = 0;
  private static final long BATCH = 1;

  private BatchHooks() {}

  /** Tasks that are handed in together. */
  static final class Batch {
    final Object pool;
    final PoolThing thing;
    final List<TaskRecord> records = new ArrayList<>();
    final boolean told;

    /** What the pool gets in place of what the program gave. */
    @Nullable List<?> tasks;

    private int bound;
    final @Nullable Batch outer;

    Batch(Object pool, PoolThing thing, boolean told, @Nullable Batch outer) {
      this.pool = pool;
      this.thing = thing;
      this.told = told;
      this.outer = outer;
    }

    /** The pool takes the next of them, as {@code command}; or that, once more. */
    void handedIn(Object command) {
      TaskRecord known = Futures.of(command);
      if (told && bound < records.size() && (known == null || !records.contains(known))) {
        PoolEdges.bind(command, records.get(bound++));
      }
    }
  }

  public static long begin(@Nullable Object pool, @Nullable Collection<?> tasks, int site) {
    return begin(pool, tasks, WaitLimit.NONE, site);
  }

  private static long begin(
      @Nullable Object pool, @Nullable Collection<?> tasks, long limit, int site) {
    try {
      int way = pool == null ? Identity.UNSEEN : Identity.wayInto(pool, false);
      if (pool == null || tasks == null || way == Identity.UNSEEN) {
        return NOTHING;
      }
      List<Object> all = new ArrayList<>();
      for (Object each : tasks) {
        if (each == null) {
          return NOTHING;
        }
        all.add(each);
      }
      Lane lane = Lane.current();
      TaskLane mine = TaskLane.of(lane);
      Batch batch = new Batch(pool, Pools.known(pool, site), way == Identity.TOLD, mine.batch);
      List<Object> given = new ArrayList<>();
      for (Object each : all) {
        TaskRecord record = TaskRecord.submitted(lane, batch.thing, TaskNames.of(each), 0, site);
        batch.records.add(record);
        given.add(batch.told ? each : new TracedTask(each, record));
      }
      batch.tasks = batch.told && Identity.isOfJdk(tasks) ? null : given;
      mine.batch = batch;
      WaitLimit.say(lane, limit, batch.thing.id);
      lane.log.event(RESULT_WAIT_BEGIN, 0, batch.thing.id, site, 0);
      return BATCH;
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  public static long begin(
      @Nullable Object pool,
      @Nullable Collection<?> tasks,
      long time,
      @Nullable TimeUnit unit,
      int site) {
    return begin(pool, tasks, WaitLimit.of(time, unit), site);
  }

  /** In place of the tasks. */
  public static @Nullable Object tasks(@Nullable Object tasks, long token, int site) {
    try {
      Batch batch = token == NOTHING ? null : TaskLane.current().batch;
      if (batch != null && batch.tasks != null) {
        Object given = batch.tasks;
        batch.tasks = null;
        return given;
      }
    } catch (Throwable e) {
      // Then those of a collection of the program's are asked for once more.
    }
    return tasks;
  }

  /** After {@code invokeAll}. */
  public static void allDone(
      @Nullable Object pool, @Nullable List<?> futures, long token, int site) {
    Batch batch = over(token, 0, site);
    if (batch == null || futures == null || futures.size() != batch.records.size()) {
      return;
    }
    try {
      for (int i = 0; i < futures.size(); i++) {
        Future<?> future = (Future<?>) futures.get(i);
        Futures.register(future, batch.records.get(i));
        if (Identity.isOfJdk(future) && future.isCancelled()) {
          batch.records.get(i).cancelled();
        }
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** After {@code invokeAny}: the others are cancelled. */
  public static void anyDone(@Nullable Object pool, @Nullable Object result, long token, int site) {
    cancelRest(over(token, 0, site));
  }

  public static void failed(@Nullable Object pool, Throwable why, long token, int site) {
    int flags =
        why instanceof InterruptedException
            ? Flags.INTERRUPTED
            : why instanceof TimeoutException ? Flags.TIMED_OUT : Flags.FAILED;
    cancelRest(over(token, flags, site));
  }

  private static void cancelRest(@Nullable Batch batch) {
    if (batch != null) {
      for (TaskRecord each : batch.records) {
        each.cancelled();
      }
    }
  }

  private static @Nullable Batch over(long token, int flags, int site) {
    try {
      Lane lane = Lane.current();
      TaskLane mine = TaskLane.of(lane);
      Batch batch = token == NOTHING ? null : mine.batch;
      if (batch != null) {
        mine.batch = batch.outer;
        lane.log.event(RESULT_WAIT_END, flags, batch.thing.id, site, 0);
      }
      return batch;
    } catch (Throwable e) {
      return null;
    }
  }
}

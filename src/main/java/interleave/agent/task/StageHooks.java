package interleave.agent.task;

import interleave.agent.trace.Exceptions;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Previews;
import interleave.event.Flags;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Called by rewritten code around the methods of {@link CompletableFuture} that make a stage. Each
 * stage is a task that depends on those before it. Functions are never shown to anybody once they
 * are handed over, so a {@link TracedTask} stands for them. Only stages of the JDK's own class: one
 * that the program wrote may look at its functions.
 */
public final class StageHooks {
  private static final long NOTHING = 0;

  private StageHooks() {}

  /** Before {@code supplyAsync} and {@code runAsync}. */
  public static long firstBegin(@Nullable Object task, String method, int site) {
    return begin(null, null, task, method, site);
  }

  public static long firstBegin(
      @Nullable Object task, @Nullable Object executor, String method, int site) {
    return begin(null, null, task, method, site);
  }

  /** Before {@code thenApply} and its like. */
  public static long nextBegin(
      @Nullable Object stage, @Nullable Object task, String method, int site) {
    return isKnown(stage) ? begin(stage, null, task, method, site) : NOTHING;
  }

  public static long nextOnBegin(
      @Nullable Object stage,
      @Nullable Object task,
      @Nullable Object executor,
      String method,
      int site) {
    return nextBegin(stage, task, method, site);
  }

  /** Before {@code thenCombine} and its like. */
  public static long bothBegin(
      @Nullable Object stage,
      @Nullable Object other,
      @Nullable Object task,
      String method,
      int site) {
    return isKnown(stage) ? begin(stage, other, task, method, site) : NOTHING;
  }

  public static long bothOnBegin(
      @Nullable Object stage,
      @Nullable Object other,
      @Nullable Object task,
      @Nullable Object executor,
      String method,
      int site) {
    return bothBegin(stage, other, task, method, site);
  }

  private static boolean isKnown(@Nullable Object stage) {
    return stage instanceof CompletableFuture<?> && Identity.isOfJdk(stage);
  }

  private static long begin(
      @Nullable Object stage,
      @Nullable Object other,
      @Nullable Object task,
      String method,
      int site) {
    try {
      if (task == null) {
        return NOTHING;
      }
      Lane lane = Lane.current();
      TaskRecord one = known(lane, stage);
      TaskRecord two = known(lane, other);
      TaskRecord record = TaskRecord.stage(lane, Pools.stages(), method, 0, site);
      record.composes = method.contains("ompose");
      depends(lane, record, one);
      depends(lane, record, two);
      return TaskLane.of(lane).submit(new Submission(Pools.stages(), task, false, record, site));
    } catch (Throwable e) {
      return NOTHING;
    }
  }

  private static @Nullable TaskRecord known(Lane lane, @Nullable Object stage) {
    return stage instanceof CompletableFuture<?> future ? Futures.ofStage(lane, future) : null;
  }

  private static void depends(Lane lane, TaskRecord task, @Nullable TaskRecord before) {
    if (before != null) {
      before.before(lane, task);
    }
  }

  /** In place of the function. */
  @SuppressWarnings("unchecked")
  public static @Nullable Object task(@Nullable Object task, long number, int site) {
    if (task instanceof BiFunction<?, ?, ?> pair) {
      try {
        TaskRecord record = number == NOTHING ? null : TaskLane.current().submitted(number);
        if (record != null) {
          return new TracedPairTask((BiFunction<Object, Object, @Nullable Object>) pair, record);
        }
      } catch (Throwable e) {
        // Then it is not seen to run.
      }
      return task;
    }
    return PoolHooks.task(task, number, site);
  }

  /** After a static method that makes a stage. */
  public static void made(@Nullable CompletableFuture<?> future, long number, int site) {
    PoolHooks.submitted(null, future, number, site);
  }

  /** After a method of a stage that makes another. */
  public static void made(@Nullable Object stage, @Nullable Object future, long number, int site) {
    PoolHooks.submitted(stage, future, number, site);
  }

  public static void made(
      @Nullable Object stage, @Nullable CompletableFuture<?> future, long number, int site) {
    PoolHooks.submitted(stage, future, number, site);
  }

  public static void refused(Throwable why, long number, int site) {
    PoolHooks.refused(null, why, number, site);
  }

  public static void refused(@Nullable Object stage, Throwable why, long number, int site) {
    PoolHooks.refused(stage, why, number, site);
  }

  /** After {@code allOf}. */
  public static void allOf(
      CompletableFuture<?> @Nullable [] of,
      @Nullable CompletableFuture<?> future,
      long none,
      int site) {
    joined(of, future, "allOf", Flags.ALL_OF, site);
  }

  /** After {@code anyOf}. */
  public static void anyOf(
      CompletableFuture<?> @Nullable [] of,
      @Nullable CompletableFuture<?> future,
      long none,
      int site) {
    joined(of, future, "anyOf", Flags.ANY_OF, site);
  }

  private static void joined(
      CompletableFuture<?> @Nullable [] of,
      @Nullable Object future,
      String name,
      int flags,
      int site) {
    try {
      if (of != null && future != null && Identity.isOfJdk(future)) {
        Lane lane = Lane.current();
        TaskRecord record = TaskRecord.stage(lane, Pools.stages(), name, flags, site);
        for (CompletableFuture<?> each : of) {
          depends(lane, record, known(lane, each));
        }
        Futures.register(future, record);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }

  /** Before {@code complete} and {@code completeExceptionally}. */
  public static long completeBegin(@Nullable Object stage, @Nullable Object value, int site) {
    return isKnown(stage) ? 1 : NOTHING;
  }

  public static long completeBegin(@Nullable Object stage, @Nullable Throwable value, int site) {
    return isKnown(stage) ? 1 : NOTHING;
  }

  /** After {@code complete}. */
  public static void completed(
      @Nullable Object stage, @Nullable Object value, boolean first, long token, int site) {
    completed(stage, first, 0, value == null ? null : Previews.of(value), token);
  }

  /** After {@code completeExceptionally}. */
  public static void completed(
      @Nullable Object stage, @Nullable Throwable why, boolean first, long token, int site) {
    completed(stage, first, Flags.FAILED, why == null ? null : Exceptions.describe(why), token);
  }

  private static void completed(
      @Nullable Object stage, boolean first, int flags, @Nullable String text, long token) {
    try {
      TaskRecord task = token == NOTHING || !first || stage == null ? null : Futures.of(stage);
      if (task != null) {
        task.completed(flags, text);
      }
    } catch (Throwable e) {
      // Not recorded.
    }
  }
}

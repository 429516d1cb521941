package interleave.agent.task;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Executors and completion services: tasks handed in, taken back, and waited for. */
public final class PoolFamily extends HookFamily {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String RUNNABLE = "Ljava/lang/Runnable;";
  private static final String CALLABLE = "Ljava/util/concurrent/Callable;";
  private static final String FUTURE = "Ljava/util/concurrent/Future;";
  private static final String SCHEDULED = "Ljava/util/concurrent/ScheduledFuture;";
  private static final String FORK_JOIN = "Ljava/util/concurrent/ForkJoinTask;";
  private static final String COLLECTION = "Ljava/util/Collection;";
  private static final String TIMED = "JLjava/util/concurrent/TimeUnit;";

  static final Set<String> TYPES =
      Set.of(
          CONCURRENT.concat("Executor"),
          CONCURRENT.concat("ExecutorService"),
          CONCURRENT.concat("ScheduledExecutorService"),
          CONCURRENT.concat("AbstractExecutorService"),
          CONCURRENT.concat("ThreadPoolExecutor"),
          CONCURRENT.concat("ScheduledThreadPoolExecutor"),
          CONCURRENT.concat("ForkJoinPool"));

  static final Set<String> SERVICES =
      Set.of(
          CONCURRENT.concat("CompletionService"), CONCURRENT.concat("ExecutorCompletionService"));

  private static final Owners POOL = new Owners.AnyOf(TYPES, CONCURRENT.concat("Executor"));
  private static final Owners SERVICE = new Owners.Exactly(SERVICES);

  @Override
  public String name() {
    return "Executors";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(
        PoolHooks.class,
        BatchHooks.class,
        PoolEndHooks.class,
        FutureHooks.class,
        PoolEdges.class,
        RefusalEdges.class,
        WorkerEdges.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    calls.add(
        CallHook.of(PoolHooks.class, "execute", "(Ljava/lang/Runnable;)V", POOL)
            .before("executeBegin")
            .around(0, "task")
            .after("executed")
            .failed("refused"));
    for (String future : List.of(FUTURE, FORK_JOIN)) {
      for (String task : List.of(RUNNABLE, CALLABLE, RUNNABLE.concat("Ljava/lang/Object;"))) {
        calls.add(submit("submit", task, future, POOL));
      }
    }
    for (String task : List.of(RUNNABLE, CALLABLE)) {
      calls.add(submit("schedule", task.concat(TIMED), SCHEDULED, POOL));
    }
    for (String name : List.of("scheduleAtFixedRate", "scheduleWithFixedDelay")) {
      calls.add(submit(name, RUNNABLE.concat("J").concat(TIMED), SCHEDULED, POOL));
    }
    addBatches(calls);
    addEnds(calls);
    for (CallHook each : calls) {
      each.sievedBy(TYPES).namesReceiver();
    }
    List<CallHook> services = services();
    for (CallHook each : services) {
      each.sievedBy(SERVICES).namesReceiver();
    }
    calls.addAll(services);
    return calls;
  }

  private static CallHook submit(String name, String arguments, String future, Owners owners) {
    String type = "(".concat(arguments).concat(")").concat(future);
    return CallHook.of(PoolHooks.class, name, type, owners)
        .before("submitBegin")
        .around(0, "task")
        .after("submitted")
        .failed("refused");
  }

  private static void addBatches(List<CallHook> calls) {
    for (String arguments : List.of(COLLECTION, COLLECTION.concat(TIMED))) {
      String type = "(".concat(arguments).concat(")");
      calls.add(batch("invokeAll", type.concat("Ljava/util/List;"), "allDone"));
      calls.add(batch("invokeAny", type.concat("Ljava/lang/Object;"), "anyDone"));
    }
  }

  private static CallHook batch(String name, String type, String after) {
    return CallHook.of(BatchHooks.class, name, type, POOL)
        .before("begin")
        .around(0, "tasks")
        .after(after)
        .failed("failed");
  }

  private static void addEnds(List<CallHook> calls) {
    calls.add(
        CallHook.of(PoolEndHooks.class, "shutdownNow", "()Ljava/util/List;", POOL)
            .after("shutDown"));
    calls.add(
        CallHook.of(PoolEndHooks.class, "remove", "(Ljava/lang/Runnable;)Z", POOL)
            .afterWithArguments("removed"));
    calls.add(
        CallHook.of(PoolEndHooks.class, "close", "()V", POOL)
            .before("closeBegin")
            .after("closed")
            .failed("failed"));
    calls.add(
        CallHook.of(PoolEndHooks.class, "awaitTermination", "(".concat(TIMED).concat(")Z"), POOL)
            .before("awaitBegin")
            .after("awaited")
            .failed("failed"));
  }

  private static List<CallHook> services() {
    List<CallHook> calls = new ArrayList<>();
    calls.add(submit("submit", CALLABLE, FUTURE, SERVICE));
    calls.add(submit("submit", RUNNABLE.concat("Ljava/lang/Object;"), FUTURE, SERVICE));
    calls.add(next("take", "()".concat(FUTURE)));
    calls.add(next("poll", "(".concat(TIMED).concat(")").concat(FUTURE)));
    return calls;
  }

  private static CallHook next(String name, String type) {
    return CallHook.of(FutureHooks.class, name, type, SERVICE)
        .before("nextBegin")
        .after("next")
        .failed("nextFailed");
  }
}

package interleave.agent.control;

import interleave.agent.rewrite.JdkOperand;
import interleave.agent.rewrite.JdkSite;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;

/** Where the JDK parks, starts and ends threads, and looks at the clock. */
public final class ControlSites {
  private static final Class<?> HOOKS = JdkControl.class;
  private static final String LOCK_SUPPORT = "java/util/concurrent/locks/LockSupport";

  private static final String POOL = "java/util/concurrent/ForkJoinPool";
  private static final String SCOPE = "jdk/internal/vm/StackableScope";
  private static final String VIRTUAL = "java/lang/VirtualThread";
  private static final String IN_CONTAINER = "start(Ljdk/internal/vm/ThreadContainer;)V";
  private static final String DELAYS = "java/util/concurrent/DelayScheduler";
  private static final String THREADS = "java/util/concurrent/ThreadPoolExecutor";
  private static final String TASK = "java/util/concurrent/ForkJoinTask";
  private static final String PER_TASK = "java/util/concurrent/ThreadPerTaskExecutor";
  private static final String FUTURE = "java/util/concurrent/CompletableFuture";

  /** Those whose time is the run's. */
  private static final List<String> TIMED =
      List.of(
          "java/util/concurrent/AbstractExecutorService",
          "java/util/concurrent/CompletableFuture$Signaller",
          FUTURE,
          DELAYS,
          "java/util/concurrent/Exchanger",
          POOL,
          THREADS,
          TASK,
          "java/util/concurrent/FutureTask",
          "java/util/concurrent/LinkedTransferQueue",
          "java/util/concurrent/LinkedTransferQueue$DualNode",
          "java/util/concurrent/Phaser",
          "java/util/concurrent/Phaser$QNode",
          "java/util/concurrent/ScheduledThreadPoolExecutor",
          "java/util/concurrent/ScheduledThreadPoolExecutor$ScheduledFutureTask",
          PER_TASK,
          "java/util/concurrent/locks/AbstractQueuedLongSynchronizer",
          "java/util/concurrent/locks/AbstractQueuedLongSynchronizer$ConditionObject",
          "java/util/concurrent/locks/AbstractQueuedSynchronizer",
          "java/util/concurrent/locks/AbstractQueuedSynchronizer$ConditionObject",
          "java/util/concurrent/locks/StampedLock",
          "java/util/Random");

  private ControlSites() {}

  /** The internal names of all classes with such places. */
  public static String[] classes() {
    List<String> names = new ArrayList<>(TIMED);
    names.addAll(CollectionSites.classes());
    names.addAll(List.of(LOCK_SUPPORT, "java/lang/Thread", SCOPE, VIRTUAL));
    return names.toArray(new String[0]);
  }

  /** Those of the class of that internal name. */
  public static List<JdkSite> of(String name) {
    return switch (name) {
      case LOCK_SUPPORT -> parks();
      case "java/lang/Thread" -> threads();
      case VIRTUAL -> virtualThreads();
      case SCOPE -> List.of(JdkSite.atReturn("popAll()V", HOOKS, "virtualEnded"));
      default -> TIMED.contains(name) ? timed(name) : CollectionSites.of(name);
    };
  }

  private static List<JdkSite> timed(String name) {
    List<JdkSite> sites = new ArrayList<>();
    sites.add(
        JdkSite.result(JdkSite.ANY, "nanoTime", HOOKS, "nanos", ConstantDescs.CD_long).ifThere());
    if (name.equals(POOL) || name.equals(DELAYS)) {
      sites.add(new RawParkSite("park"));
      sites.add(new RawParkSite("unpark"));
    }
    inside(name, sites);
    if (name.equals(POOL)) {
      sites.add(
          JdkSite.result(JdkSite.ANY, "currentTimeMillis", HOOKS, "millis", ConstantDescs.CD_long));
    }
    String pool =
        switch (name) {
          case POOL, TASK -> "common";
          case FUTURE -> "ASYNC_POOL";
          default -> "";
        };
    if (!pool.isEmpty()) {
      ClassDesc type = ClassDesc.ofInternalName(POOL);
      sites.add(JdkSite.read(JdkSite.ANY, pool, HOOKS, "common", type));
    }
    return sites;
  }

  /** Where pools and futures do themselves what others could tell. */
  private static void inside(String name, List<JdkSite> sites) {
    switch (name) {
      case THREADS -> {
        sites.clear(); // it asks no clock
        sites.add(at("getTask()Ljava/lang/Runnable;", "takes"));
        sites.add(at("execute(Ljava/lang/Runnable;)V", "submits"));
      }
      case POOL -> {
        String queue = "(Ljava/util/concurrent/ForkJoinPool$WorkQueue;";
        sites.add(at("awaitWork".concat(queue).concat("I)I"), "takes"));
        sites.add(at("runWorker".concat(queue).concat(")V"), "takes"));
        sites.add(at("uncompensate()V", "takes"));
        String task = "Ljava/util/concurrent/ForkJoinTask;";
        String submit = "poolSubmit(Z".concat(task).concat(")").concat(task);
        sites.add(JdkSite.atStart(submit, HOOKS, "submits", JdkOperand.THIS, JdkOperand.local(2)));
      }
      case TASK -> {
        sites.add(at("fork()Ljava/util/concurrent/ForkJoinTask;", "forks"));
        sites.add(JdkSite.atReturn("doExec()V", HOOKS, "looksForMore"));
        sites.add(JdkSite.atStart("awaitDone(ZJ)I", HOOKS, "looksForMore"));
        sites.add(at("awaitDone(Ljava/util/concurrent/ForkJoinPool;IZJ)I", "awaits"));
        sites.add(at("setDone()V", "completes"));
        sites.add(at("trySetThrown(Ljava/lang/Throwable;)Z", "completes"));
        sites.add(at("trySetCancelled()I", "completes"));
      }
      case PER_TASK -> sites.add(at("taskComplete(Ljava/lang/Thread;)V", "finishes"));
      case "java/util/concurrent/FutureTask" -> {
        sites.add(at("set(Ljava/lang/Object;)V", "completes"));
        sites.add(at("setException(Ljava/lang/Throwable;)V", "completes"));
      }
      case FUTURE -> {
        sites.add(at("completeNull()Z", "completes"));
        sites.add(at("completeValue(Ljava/lang/Object;)Z", "completes"));
        sites.add(at("completeThrowable(Ljava/lang/Throwable;)Z", "completes"));
        sites.add(at("completeThrowable(Ljava/lang/Throwable;Ljava/lang/Object;)Z", "completes"));
        sites.add(at("completeRelay(Ljava/lang/Object;)Z", "completes"));
      }
      default -> {}
    }
  }

  private static JdkSite at(String method, String hook) {
    return JdkSite.atStart(method, HOOKS, hook, JdkOperand.THIS);
  }

  private static List<JdkSite> parks() {
    JdkOperand first = JdkOperand.local(0);
    return List.of(
        JdkSite.standIn("park()V", HOOKS, "parks"),
        JdkSite.standIn("park(Ljava/lang/Object;)V", HOOKS, "parks"),
        JdkSite.standIn("parkNanos(J)V", HOOKS, "parksNanos", JdkOperand.number(0)),
        JdkSite.standIn(
            "parkNanos(Ljava/lang/Object;J)V", HOOKS, "parksNanos", JdkOperand.number(1)),
        JdkSite.standIn("parkUntil(J)V", HOOKS, "parksUntil", JdkOperand.number(0)),
        JdkSite.standIn(
            "parkUntil(Ljava/lang/Object;J)V", HOOKS, "parksUntil", JdkOperand.number(1)),
        JdkSite.standIn("unpark(Ljava/lang/Thread;)V", HOOKS, "unparks", first));
  }

  private static List<JdkSite> virtualThreads() {
    return List.of(
        JdkSite.atStart(IN_CONTAINER, HOOKS, "starting", JdkOperand.THIS),
        JdkSite.atReturn(IN_CONTAINER, HOOKS, "started", JdkOperand.THIS),
        JdkSite.atStart("interrupt()V", HOOKS, "interrupts", JdkOperand.THIS));
  }

  private static List<JdkSite> threads() {
    return List.of(
        JdkSite.atStart("start()V", HOOKS, "starting", JdkOperand.THIS),
        JdkSite.atReturn("start()V", HOOKS, "started", JdkOperand.THIS),
        JdkSite.atStart(IN_CONTAINER, HOOKS, "starting", JdkOperand.THIS),
        JdkSite.atReturn(IN_CONTAINER, HOOKS, "started", JdkOperand.THIS),
        JdkSite.atStart("run()V", HOOKS, "begins", JdkOperand.THIS),
        JdkSite.atReturn("exit()V", HOOKS, "ended", JdkOperand.THIS),
        JdkSite.standIn("sleepNanos(J)V", HOOKS, "sleeps", JdkOperand.number(0)),
        JdkSite.atStart("interrupt()V", HOOKS, "interrupts", JdkOperand.THIS),
        JdkSite.standIn(
            "dispatchUncaughtException(Ljava/lang/Throwable;)V",
            HOOKS,
            "uncaught",
            JdkOperand.THIS,
            JdkOperand.local(1)),
        JdkSite.result(
            "genThreadName()Ljava/lang/String;",
            "toString",
            HOOKS,
            "threadName",
            ConstantDescs.CD_String));
  }
}

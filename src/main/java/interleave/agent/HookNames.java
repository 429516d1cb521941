package interleave.agent;

/**
 * The names by which {@link ClassSieve} knows a class that may need hooks. Every name that a family
 * looks for must stand here; a test compares.
 */
final class HookNames {
  static final String[] ALL = {
    "main",
    "run",
    "start",
    "unstarted",
    "startVirtualThread",
    "factory",
    "newVirtualThreadPerTaskExecutor",
    "java/lang/Thread",
    "setName",
    "join",
    "sleep",
    "interrupt",
    "wait",
    "notify",
    "notifyAll",
    "getModifiers",
    "lock",
    "lockInterruptibly",
    "tryLock",
    "unlock",
    "readLock",
    "writeLock",
    "newCondition",
    "await",
    "awaitNanos",
    "awaitUntil",
    "awaitUninterruptibly",
    "signal",
    "signalAll",
    "startPipeline",
    "exec",
    "waitFor",
    "exitValue",
    "isAlive",
    "onExit",
    "destroy",
    "destroyForcibly",
    "exit",
    "halt",
    "java/io/PrintStream",
  };

  private HookNames() {}
}

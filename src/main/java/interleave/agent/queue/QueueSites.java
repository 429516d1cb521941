package interleave.agent.queue;

import interleave.agent.rewrite.JdkOperand;
import interleave.agent.rewrite.JdkSite;
import java.util.List;

/**
 * Where the JDK's queues, their iterators and pools take elements out of queues in ways that tell
 * the caller nothing, or without a call of the program's.
 */
public final class QueueSites {
  private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
  private static final Class<?> EDGES = QueueEdges.class;

  private QueueSites() {}

  /** Those of the class of that internal name. */
  public static List<JdkSite> of(String name) {
    if (name.equals(POOL)) {
      return pool();
    }
    int nested = name.indexOf('$');
    if (nested > 0 && name.endsWith("Itr")) {
      return iterator(name, name.substring(0, nested));
    }
    if (nested > 0 || !name.endsWith("Queue") && !name.endsWith("BlockingDeque")) {
      return List.of();
    }
    String bulk = "bulkRemove(Ljava/util/function/Predicate;)Z";
    return List.of(
        JdkSite.atStart(bulk, EDGES, "sweeps", JdkOperand.THIS),
        JdkSite.atReturn(bulk, EDGES, "swept", JdkOperand.THIS));
  }

  private static List<JdkSite> pool() {
    JdkOperand queue = JdkOperand.field(0, POOL, "workQueue", "java/util/concurrent/BlockingQueue");
    String drain = "drainQueue()Ljava/util/List;";
    return List.of(
        JdkSite.atReturn(
            "getTask()Ljava/lang/Runnable;", EDGES, "workerGot", queue, JdkOperand.RESULT),
        JdkSite.atStart(drain, EDGES, "sweeps", queue),
        JdkSite.atReturn(drain, EDGES, "swept", queue));
  }

  private static List<JdkSite> iterator(String name, String queue) {
    return List.of(
        JdkSite.atReturn(
            "next()Ljava/lang/Object;", EDGES, "stepped", JdkOperand.THIS, JdkOperand.RESULT),
        JdkSite.atReturn(
            "remove()V",
            EDGES,
            "removed",
            JdkOperand.THIS,
            JdkOperand.field(0, name, "this$0", queue)));
  }
}

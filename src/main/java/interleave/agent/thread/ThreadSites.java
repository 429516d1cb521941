package interleave.agent.thread;

import interleave.agent.rewrite.JdkOperand;
import interleave.agent.rewrite.JdkSite;
import java.util.List;

/**
 * Where the JDK's threads tell what no code of the program's does: virtual threads that the JDK
 * started end, workers of fork/join pools begin.
 */
public final class ThreadSites {
  private ThreadSites() {}

  /** Those of the class of that internal name. */
  public static List<JdkSite> of(String name) {
    return switch (name) {
      case "jdk/internal/vm/StackableScope" ->
          List.of(JdkSite.atReturn("popAll()V", ThreadEdges.class, "scopesPopped"));
      case "java/util/concurrent/ForkJoinWorkerThread" ->
          List.of(JdkSite.atStart("run()V", ThreadEdges.class, "workerBegins", JdkOperand.THIS));
      default -> List.of();
    };
  }
}

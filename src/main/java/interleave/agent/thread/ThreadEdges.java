package interleave.agent.thread;

import interleave.agent.trace.Lane;
import interleave.agent.trace.Life;
import org.jspecify.annotations.Nullable;

/**
 * Called by the JDK's own threads, where {@link ThreadSites} says. No hook lets an exception out.
 */
public final class ThreadEdges {
  private static final String CARRIER = "jdk.internal.misc.CarrierThread";

  private ThreadEdges() {}

  /** The last that a virtual thread does: whoever started it, it ends now. */
  public static void scopesPopped() {
    try {
      if (Thread.currentThread().isVirtual()) {
        Lane lane = Lane.known();
        if (lane != null) {
          Life.ended(lane);
        }
      }
    } catch (Throwable e) {
      // Its end is not known then.
    }
  }

  /** A worker of a fork/join pool begins; what it runs may be all the JDK's, as of a stream. */
  public static void workerBegins(@Nullable Object worker) {
    try {
      if (worker != null && !worker.getClass().getName().equals(CARRIER)) {
        Lane.current();
      }
    } catch (Throwable e) {
      // Then it has a lane from its first task on.
    }
  }
}

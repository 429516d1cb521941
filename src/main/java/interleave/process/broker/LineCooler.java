package interleave.process.broker;

import interleave.event.Recorder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that a broker sends this process no message for long that nobody here waits for: a
 * while after a thread has got one from a queue, and none since.
 */
public final class LineCooler extends Thread {
  /** So long a message may lie here while others wait for it. */
  private static final long WHILE = 5_000_000;

  /** Has {@link BrokerLine}s that may be warm. */
  public interface Warm {
    /**
     * Cools those from which nothing was got since then. Returns whether there are such from which
     * something was got later.
     */
    boolean cool(long since);
  }

  private static final Set<Warm> WARM = new LinkedHashSet<>();
  private static final LineCooler COOLER = new LineCooler();

  private LineCooler() {
    super("interleave queues");
    setDaemon(true);
  }

  static {
    Recorder.current().service(COOLER);
    COOLER.start();
  }

  /** Something was got from that. */
  public static void warm(Warm store) {
    synchronized (WARM) {
      if (WARM.add(store)) {
        WARM.notifyAll();
      }
    }
  }

  @Override
  public void run() {
    while (true) {
      LockSupport.parkNanos(WHILE);
      long now = System.nanoTime();
      for (Warm store : taken()) {
        if (store.cool(now - WHILE)) {
          warm(store);
        }
      }
    }
  }

  private static List<Warm> taken() {
    synchronized (WARM) {
      while (WARM.isEmpty()) {
        try {
          WARM.wait();
        } catch (InterruptedException e) {
          // nobody has a reason to
        }
      }
      List<Warm> taken = List.copyOf(WARM);
      WARM.clear();
      return taken;
    }
  }
}

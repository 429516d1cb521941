package interleave.process;

import interleave.event.Recorder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that a broker sends this process no message for long that nobody here waits for: a
 * while after a thread has got one from a queue, and none since.
 */
final class LineCooler extends Thread {
  /** So long a message may lie here while others wait for it. */
  private static final long WHILE = 5_000_000;

  private static final Set<BrokerStore> WARM = new LinkedHashSet<>();
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
  static void warm(BrokerStore store) {
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
      for (BrokerStore store : taken()) {
        if (store.cool(now - WHILE)) {
          warm(store);
        }
      }
    }
  }

  private static List<BrokerStore> taken() {
    synchronized (WARM) {
      while (WARM.isEmpty()) {
        try {
          WARM.wait();
        } catch (InterruptedException e) {
          // nobody has a reason to
        }
      }
      List<BrokerStore> taken = List.copyOf(WARM);
      WARM.clear();
      return taken;
    }
  }
}

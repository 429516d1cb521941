package interleave.event;

import java.util.ArrayDeque;

/**
 * One quiet thread of a traced process that makes chunks ahead of busy writers. It begins with the
 * first segment that needs it, so a small program never has it, and stands in the system's thread
 * group, where a program that lists its own threads does not meet it.
 */
final class Prefault extends Thread {
  private static final ArrayDeque<SegmentFile> ORDERS = new ArrayDeque<>();
  private static boolean started;

  private Prefault(ThreadGroup group) {
    super(group, null, "Interleave recorder", 256 << 10, false);
    setDaemon(true);
    setContextClassLoader(null); // the program's would be kept alive
  }

  static void enqueue(SegmentFile file) {
    synchronized (ORDERS) {
      if (!started) {
        started = true;
        Prefault prefault = new Prefault(systemGroup());
        Recorder.aside(prefault);
        prefault.start();
      }
      ORDERS.add(file);
      ORDERS.notify();
    }
  }

  /** Where a program that lists its own threads does not meet ours. */
  static ThreadGroup systemGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    if (group == null) {
      throw new IllegalStateException("the calling thread has ended");
    }
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }

  @Override
  public void run() {
    while (true) {
      try {
        take().makeOrdered();
      } catch (InterruptedException e) {
        // whoever interrupts all threads of a JVM does not mean this one
      } catch (OutOfMemoryError e) {
        // it is the program's heap; pages that are not made now are made when they are written
      }
    }
  }

  private static SegmentFile take() throws InterruptedException {
    synchronized (ORDERS) {
      while (ORDERS.isEmpty()) {
        ORDERS.wait();
      }
      return ORDERS.remove();
    }
  }
}

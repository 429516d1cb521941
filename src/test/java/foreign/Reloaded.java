package foreign;

import java.io.InputStream;
import java.lang.instrument.ClassDefinition;

/** Changes its classes while it runs, with {@link HotAgent}. */
public final class Reloaded {
  /** Something with a monitor. */
  public static class Counter {
    private int count;

    public synchronized int call() {
      return ++count;
    }

    public int block() {
      synchronized (this) {
        return ++count;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Counter counter = new Counter();
    use(counter);
    HotAgent.install(); // once more, for the class that is loaded now
    use(counter);
    try (InputStream in = Counter.class.getResourceAsStream("Reloaded$Counter.class")) {
      HotAgent.instrumentation.redefineClasses(
          new ClassDefinition(Counter.class, in.readAllBytes()));
    }
    use(counter);
    HotAgent.instrumentation.retransformClasses(Counter.class);
    use(counter);
  }

  private static void use(Counter counter) throws InterruptedException {
    Thread other = new Thread(() -> many(counter));
    other.start();
    many(counter);
    other.join();
    System.out.println(counter.count + " counted, " + HotAgent.CALLS + " seen by the agent");
  }

  private static void many(Counter counter) {
    for (int i = 0; i < 500; i++) {
      counter.call();
      counter.block();
    }
  }
}

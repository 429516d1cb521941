import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope; // a preview in Java 25: it may still change
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Three tasks are started within a block, and one of them fails. What becomes of the others? */
class StructuredConcurrency {
  static final List<String> NAMES = List.of("price", "stock", "rating");
  static final AtomicInteger running = new AtomicInteger();
  static int step = 300; // ms
  static boolean deaf;

  /** Takes three steps, if nobody interrupts it; stock fails after the first one. */
  static Void work(String name) throws InterruptedException {
    running.incrementAndGet();
    try {
      for (int done = 1; done <= 3; done++) {
        pause(name);
        if (name.equals("stock")) {
          throw new IllegalStateException("no answer");
        }
      }
      System.out.println(name + ": done");
      return null;
    } catch (InterruptedException e) {
      System.out.println(name + ": cancelled");
      throw e;
    } finally {
      running.decrementAndGet();
    }
  }

  static void pause(String name) throws InterruptedException {
    long end = System.nanoTime() + step * 1_000_000L;
    while (System.nanoTime() < end) {
      try {
        Thread.sleep(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      } catch (InterruptedException e) {
        if (!deaf || !name.equals("price")) {
          throw e; // to be cancelled is to be interrupted, and to do as one is told
        }
      }
    }
  }

  static ThreadFactory threads() {
    var names = NAMES.iterator();
    return task -> Thread.ofVirtual().name(names.next()).unstarted(task);
  }

  /** Where one fails the others are interrupted, and nobody outlives the block. */
  static void scope() throws InterruptedException {
    var all = StructuredTaskScope.Joiner.<Void>allSuccessfulOrThrow();
    try (var scope = StructuredTaskScope.open(all, it -> it.withThreadFactory(threads()))) {
      NAMES.forEach(name -> scope.fork(() -> work(name)));
      scope.join();
    } catch (StructuredTaskScope.FailedException e) {
      System.out.println("It failed: " + e.getCause().getMessage());
    }
  }

  /** By hand: what becomes of the others is up to whoever remembers them. */
  static void executor(String way) throws InterruptedException {
    ExecutorService executor = Executors.newThreadPerTaskExecutor(threads());
    List<Future<?>> tasks = new ArrayList<>();
    NAMES.forEach(name -> tasks.add(executor.submit(() -> work(name))));
    hear(tasks.get(1));
    if (way.equals("cancelled")) {
      tasks.forEach(task -> task.cancel(true)); // easily forgotten
    }
    if (!way.equals("left")) {
      executor.close(); // waits for all of them, also where one has failed
    }
  }

  static void hear(Future<?> task) throws InterruptedException {
    try {
      task.get();
    } catch (ExecutionException e) {
      System.out.println("It failed: " + e.getCause().getMessage());
    }
  }

  public static void main(String[] args) throws InterruptedException {
    String given = " " + String.join(" ", args) + " way=scope step=0.3 ";
    String way = given.replaceFirst(".*? way=(\\S*) .*", "$1");
    step = (int) (1000 * Double.parseDouble(given.replaceFirst(".*? step=(\\S*) .*", "$1")));
    deaf = given.contains(" deaf=on ");
    long begin = System.nanoTime();
    if (way.equals("scope")) {
      scope();
    } else {
      executor(way);
    }
    double took = (System.nanoTime() - begin) / 1e9;
    System.out.printf("Left after %.2f s, still running: %d%n", took, running.get());
    while (running.get() > 0) {
      Thread.sleep(10); // or the program would end, and cut them off
    }
  }
}

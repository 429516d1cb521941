package interleave.scenario.program;

import interleave.process.Phase;
import interleave.scenario.ProgramArguments;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Thousands of tasks that only sleep: on a few threads, on a thread each, on virtual threads. */
public final class ManySleepers {
  // So many threads of the system we ask for at most; each takes memory and time to start.
  private static final int MOST_PLATFORM_THREADS = 10_000;

  private final int tasks;
  private final int sleep; // milliseconds

  private ManySleepers(int tasks, int sleep) {
    this.tasks = tasks;
    this.sleep = sleep;
  }

  /** What each task does: it waits, as if for an answer from the network, and computes nothing. */
  private Void task() throws InterruptedException {
    Thread.sleep(sleep);
    return null;
  }

  /** Hands all tasks in, waits for all of them, and tells how long that took. */
  private void time(String name, int count, ExecutorService executor) {
    Phase phase = Phase.begin(name, count);
    try (executor) { // its close waits for all tasks
      for (int i = 0; i < count; i++) {
        executor.submit(this::task);
      }
    }
    double seconds = phase.end() / 1e9;
    System.out.println("%s: %d tasks in %.2f s".formatted(name, count, seconds));
  }

  private void pool(int size) {
    time("pool of " + size, tasks, Executors.newFixedThreadPool(size));
  }

  private void threadEach() {
    ThreadFactory factory = Thread.ofPlatform().name("platform-", 1).factory();
    int count = Math.min(tasks, MOST_PLATFORM_THREADS);
    time("a thread each", count, Executors.newThreadPerTaskExecutor(factory));
  }

  private void virtual() {
    ThreadFactory factory = Thread.ofVirtual().name("virtual-", 1).factory();
    time("virtual threads", tasks, Executors.newThreadPerTaskExecutor(factory));
  }

  public static void main(String[] args) {
    ProgramArguments given = ProgramArguments.to("virtual-threads", args);
    if (given.number("carriers") > 0) {
      // Only before the first virtual thread; otherwise there is one carrier for each processor.
      System.setProperty("jdk.virtualThreadScheduler.parallelism", given.text("carriers"));
      System.setProperty("jdk.virtualThreadScheduler.maxPoolSize", given.text("carriers"));
    }
    ManySleepers sleepers = new ManySleepers(given.number("tasks"), given.millis("sleep"));
    System.out.println("Processors: " + Runtime.getRuntime().availableProcessors());
    String kind = given.text("kind");
    if (kind.equals("both") || kind.equals("pool")) {
      sleepers.pool(given.number("pool"));
    }
    if (kind.equals("each") || kind.equals("each-and-virtual")) {
      sleepers.threadEach();
    }
    if (kind.equals("both") || kind.equals("virtual") || kind.equals("each-and-virtual")) {
      sleepers.virtual();
    }
  }
}

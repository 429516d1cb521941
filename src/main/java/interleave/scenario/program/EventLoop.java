package interleave.scenario.program;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import interleave.scenario.ProgramArguments;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** One thread carries many tasks, each up to its next pause. One of them stops it. */
public final class EventLoop {
  static final long PAUSE = 100; // ms
  static final long TIMEOUT = 300;

  // One thread: whatever has become due runs in it, one after the other.
  static final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("event-loop").factory());

  static List<Guest> guests = List.of();
  static int present; // only the thread of the loop counts them: no lock is needed

  private EventLoop() {}

  static void leave(String last) {
    System.out.println(last);
    if (--present == 0) {
      loop.shutdownNow();
    }
  }

  /** What the cook does takes its time; the question is in which thread. */
  static final class Cook implements Runnable {
    private final ProgramArguments given;

    Cook(ProgramArguments given) {
      this.given = given;
    }

    @Override
    public void run() {
      System.out.println("cook: begins");
      int busy = given.millis("busy");
      if (given.text("way").equals("await")) {
        limit(loop.schedule(this::serve, busy, MILLISECONDS)); // gives the thread back meanwhile
        return;
      }
      FutureTask<?> blocks = new FutureTask<>(() -> sleep(busy));
      limit(blocks);
      if (given.text("way").equals("thread")) {
        new Thread(blocks, "helper").start(); // what cannot but block has a thread of its own
      } else {
        blocks.run(); // the thread sleeps, and with it all that it carries
      }
    }

    private Future<?> sleep(int busy) throws InterruptedException {
      Thread.sleep(busy);
      return loop.submit(this::serve);
    }

    /** What is not done in time is cancelled, where somebody can still do so. */
    private void limit(Future<?> work) {
      if (given.text("ending").equals("timeout")) {
        loop.schedule(() -> stop(work), TIMEOUT, MILLISECONDS);
      }
    }

    private void serve() {
      if (given.text("ending").equals("fails")) {
        guests.forEach(Guest::cancel); // where one fails the others are cancelled
      }
      leave(given.text("ending").equals("fails") ? "cook: burnt" : "cook: done");
    }

    private static void stop(Future<?> work) {
      if (work.cancel(true)) {
        leave("cook: timed out");
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("event-loop", args);
    present = given.number("others") + 1;
    guests = IntStream.range(1, present).mapToObj(Guest::new).toList();
    loop.schedule(new Cook(given), PAUSE * 5 / 2, MILLISECONDS);
    loop.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println("All done.");
  }
}

package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;

/** More threads than processors, and all of them only compute. */
public final class ReadyAndRunning {
  static final int PIECES = 10;

  private ReadyAndRunning() {}

  /** Nothing but computing, and each step needs the one before it. */
  static long piece(long number, long rounds) {
    long x = number;
    for (long i = 0; i < rounds; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
      x ^= x >>> 29;
    }
    return x;
  }

  /** What each thread runs: it asks for nothing but a processor. */
  static void compute(int number, long rounds, int pause) {
    long begin = System.nanoTime();
    long x = number;
    try {
      for (int i = 0; i < PIECES; i++) {
        x = piece(x, rounds / PIECES);
        if (pause > 0) {
          Thread.sleep(pause); // who sleeps needs no processor
        }
      }
    } catch (InterruptedException e) {
      return;
    }
    double took = (System.nanoTime() - begin) / 1e9;
    System.out.println("worker-%d: %.2f s, result %x".formatted(number, took, x));
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("ready-and-running", args);
    int processors = Runtime.getRuntime().availableProcessors();
    int count = processors * Integer.parseInt(given.text("per-processor"));
    long rounds = given.number("work") * 1_000_000L;
    int pause = given.millis("pause");
    System.out.println("Processors: " + processors + ", threads: " + count);

    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      int number = i;
      Runnable work = () -> compute(number, rounds, pause);
      threads.add(new Thread(work, "worker-" + number));
    }
    threads.forEach(Thread::start); // all want to run, from here on
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("All " + count + " are done.");
  }
}

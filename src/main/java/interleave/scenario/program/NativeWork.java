package interleave.scenario.program;

import interleave.process.Phase;
import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.Deflater;

/** The same work by one thread and by two: computed in Java, and by C code. */
public final class NativeWork {
  /** What is to be done so many times. */
  interface Way {
    void run(long rounds);
  }

  static final ReentrantLock lock = new ReentrantLock();
  static boolean locked;
  static final int AS_MUCH = 1000; // one thread does so much in that time, in either way

  private NativeWork() {}

  /** Nothing but computing, and each step needs the one before it. */
  static void inJava(long rounds) {
    long x = 1;
    for (long i = 0; i < rounds; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
      x ^= x >>> 29;
    }
    if (x == 0) {
      System.out.println(); // so that it is not left out
    }
  }

  /** One call for each buffer: C code, which needs no lock of Java's. */
  static void inC(long rounds, byte[] buffer) {
    byte[] to = new byte[buffer.length + 100];
    for (long i = 0; i < rounds; i++) {
      if (locked) {
        lock.lock(); // as if there were one for all that compute
      }
      Deflater deflater = new Deflater();
      deflater.setInput(buffer);
      deflater.finish();
      deflater.deflate(to);
      deflater.end();
      if (locked) {
        lock.unlock();
      }
    }
  }

  /** How many rounds one thread does in that time on this machine. */
  static long roundsOf(Way way, int millis) {
    try (Phase _ = Phase.begin("warm-up")) { // Java compiles what is run often
      long rounds = 2;
      long took = shortest(way, rounds);
      while (took < 5_000_000) {
        rounds *= 2;
        took = shortest(way, rounds);
      }
      return Math.max(2, rounds * millis * 1_000_000L / took) / 2 * 2;
    }
  }

  /** Where others keep the machine busy, the shortest of some is what it takes. */
  static long shortest(Way way, long rounds) {
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      way.run(rounds);
      shortest = Math.min(shortest, System.nanoTime() - begin);
    }
    return shortest;
  }

  /** All of the rounds, shared by so many threads. */
  static void time(String where, Way way, long rounds, int count) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      String name = where + (count == 1 ? " alone" : " " + n);
      threads.add(new Thread(() -> way.run(rounds / count), name));
    }
    String name = where + (count == 1 ? ", 1 thread" : ", " + count + " threads");
    Phase phase = Phase.begin(name, AS_MUCH);
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("%s: %.2f s".formatted(name, phase.end() / 1e9));
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("gil-given-up", args);
    byte[] buffer = new byte[given.number("size")];
    int millis = given.millis("time");
    locked = given.text("work").equals("locked");
    Way java = NativeWork::inJava;
    Way c = rounds -> inC(rounds, buffer);
    for (Way way : List.of(java, c)) {
      String where = way == java ? "Java" : "C";
      long rounds = roundsOf(way, millis);
      time(where, way, rounds, 1);
      time(where, way, rounds, 2);
    }
    System.out.println("All is computed.");
  }
}

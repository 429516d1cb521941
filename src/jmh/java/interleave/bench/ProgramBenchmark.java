package interleave.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What tracing adds to a program that also does something: critical sections of some 10 µs, and
 * threads that are started and joined; in bursts like {@link EventBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ProgramBenchmark {
  static final int SECTIONS = 200;
  static final int THREADS = 50;

  /** Takes about 10 µs: each step needs the one before. */
  private static final int STEPS = 6_000;

  private static final long PAUSE_MS = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final Object monitor = new Object();
  private long state = 1;

  @Setup(Level.Invocation)
  public void pause() throws InterruptedException {
    Thread.sleep(PAUSE_MS);
  }

  private void work() {
    long next = state;
    for (int i = 0; i < STEPS; i++) {
      next ^= next << 13;
      next ^= next >>> 7;
      next ^= next << 17;
    }
    state = next;
  }

  @Benchmark
  @OperationsPerInvocation(SECTIONS)
  public long workInLock() {
    for (int i = 0; i < SECTIONS; i++) {
      lock.lock();
      try {
        work();
      } finally {
        lock.unlock();
      }
    }
    return state;
  }

  @Benchmark
  @OperationsPerInvocation(SECTIONS)
  public long workInMonitor() {
    for (int i = 0; i < SECTIONS; i++) {
      synchronized (monitor) {
        work();
      }
    }
    return state;
  }

  @Benchmark
  @OperationsPerInvocation(THREADS)
  public long startAndJoin() throws InterruptedException {
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> state++);
      thread.start();
      thread.join();
    }
    return state;
  }
}

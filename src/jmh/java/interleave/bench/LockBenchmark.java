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
 * What a program does with locks, traced when the JVM has the agent and untraced when it has not;
 * in bursts like {@link EventBenchmark}. The agent rewrites this class like one of the program's.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LockBenchmark {
  static final int BURST = 10_000;
  private static final long PAUSE_MS = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final Object monitor = new Object();
  private long count;

  @Setup(Level.Invocation)
  public void pause() throws InterruptedException {
    Thread.sleep(PAUSE_MS);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public long lockAndUnlock() {
    for (int i = 0; i < BURST; i++) {
      lock.lock();
      try {
        count++;
      } finally {
        lock.unlock();
      }
    }
    return count;
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public long enterAndLeave() {
    for (int i = 0; i < BURST; i++) {
      synchronized (monitor) {
        count++;
      }
    }
    return count;
  }
}

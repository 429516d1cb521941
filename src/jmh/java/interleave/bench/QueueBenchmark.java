package interleave.bench;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
 * What a program does with queues, where nobody waits: one put and one take, of a new object each
 * time. Traced and untraced and in bursts, like {@link LockBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark {
  static final int BURST = 10_000;
  private static final long PAUSE_MS = 5;

  private final BlockingQueue<Object> array = new ArrayBlockingQueue<>(100);
  private final BlockingQueue<Object> linked = new LinkedBlockingQueue<>();

  @Setup(Level.Invocation)
  public void pause() throws InterruptedException {
    Thread.sleep(PAUSE_MS);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public long putAndTake() throws InterruptedException {
    return burst(array);
  }

  @Benchmark
  @OperationsPerInvocation(BURST)
  public long putAndTakeLinked() throws InterruptedException {
    return burst(linked);
  }

  private static long burst(BlockingQueue<Object> queue) throws InterruptedException {
    long sum = 0;
    for (int i = 0; i < BURST; i++) {
      queue.put(1000 + i); // beyond the numbers that are shared
      sum += (Integer) queue.take();
    }
    return sum;
  }
}

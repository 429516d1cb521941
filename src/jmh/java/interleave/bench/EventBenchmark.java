package interleave.bench;

import interleave.event.EventKind;
import interleave.event.Recorder;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * An instant event against the clock that it must read, and against JFR's.
 *
 * <p>A program that did nothing but record would write a gigabyte a second, and what is measured
 * would soon be the disk or the loss of events. So this measures bursts: each shot is {@link
 * #BURST} events, its own time divided by that, and between two shots there is a pause in which
 * what a burst needs of the file is made ready, as it is in a program that also does something. The
 * cap of the recording is never reached; {@link Report} checks that nothing was lost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventBenchmark {
  static final int BURST = 20_000;
  private static final long PAUSE_MS = 5;

  // A constant for the compiler, as it is in the hooks.
  private static final Recorder RECORDER = Recorder.current();
  private static final int KIND = EventKind.LOCK_ACQUIRED.code();

  @Setup(Level.Invocation)
  public void pause() throws InterruptedException {
    Thread.sleep(PAUSE_MS);
  }

  /** The clock. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public long nanoTime() {
    long last = 0;
    for (int i = 0; i < BURST; i++) {
      last ^= System.nanoTime();
    }
    return last;
  }

  /** Finding the thread's log, reading the clock, writing the slot, as hooks do. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void instantEvent() {
    for (int i = 0; i < BURST; i++) {
      RECORDER.log().event(KIND, 0, 1, 1, i);
    }
  }

  /** The same in JFR. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void jfrCommit(Flight flight) {
    for (int i = 0; i < BURST; i++) {
      Instant event = new Instant();
      event.flags = 0;
      event.object = 1;
      event.site = 1;
      event.value = i;
      event.commit();
    }
  }

  /** An event of JFR that carries what ours does. */
  @Name("interleave.bench.Instant")
  @Category("Interleave")
  @StackTrace(false)
  static final class Instant extends Event {
    short flags;
    int object;
    int site;
    long value;
  }

  /** JFR, recording. */
  @State(Scope.Benchmark)
  public static class Flight {
    private final Recording recording = new Recording();

    @Setup
    public void start() {
      recording.enable(Instant.class).withoutStackTrace().withoutThreshold();
      recording.start();
    }

    @TearDown
    public void stop() {
      recording.close();
    }
  }
}

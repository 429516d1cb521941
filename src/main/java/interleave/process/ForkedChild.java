package interleave.process;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recorder;
import interleave.event.ThreadLog;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The parent's side of a forked child: a thread reads what the child reports, and records it as if
 * the child had done so, with the times that the child took.
 */
final class ForkedChild implements Runnable {
  private final int pid;
  private final int reports;
  private final Recorder recorder;
  private final Thread thread = Thread.currentThread();
  private final CountDownLatch birth = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  /** When the child must have said something again; grows with each report. */
  private volatile long quietSince = System.nanoTime();

  private volatile long allowance;

  ForkedChild(int pid, int reports, Recorder recorder) {
    this.pid = pid;
    this.reports = reports;
    this.recorder = recorder;
  }

  int pid() {
    return pid;
  }

  void start() {
    Thread reader = new Thread(this, "reports of " + pid);
    reader.setDaemon(true);
    recorder.service(reader);
    reader.start();
  }

  /** Returns whether the child has said that it lives, within so many milliseconds. */
  boolean awaitBirth(long millis) throws InterruptedException {
    return birth.await(millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Waits until the child has nothing more to say, since it has ended or become another program;
   * false when it is silent for longer than that.
   */
  boolean awaitEnd(long millis) throws InterruptedException {
    long most = TimeUnit.MILLISECONDS.toNanos(millis);
    while (true) {
      long left = quietSince + allowance + most - System.nanoTime();
      if (end.await(Math.max(0, left), TimeUnit.NANOSECONDS)) {
        return true;
      }
      if (quietSince + allowance + most - System.nanoTime() <= 0) {
        return false;
      }
    }
  }

  void kill() {
    SystemCalls.kill(pid);
  }

  /** Waits for the end and takes the child off the system's list. */
  Ending ending() throws InterruptedException {
    int code = SystemCalls.waitFor(pid);
    end.await(); // so that all it said is recorded before its end is
    return new Ending(code);
  }

  @Override
  public void run() {
    ThreadLog log = null;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(ForkReport.SIZE, Long.BYTES);
      while (SystemCalls.read(reports, slot) == ForkReport.SIZE) {
        if (log == null) {
          log = recorder.logOfCopy(pid, thread, slot.get(JAVA_LONG, 8));
        }
        record(log, slot);
        quietSince = System.nanoTime();
        birth.countDown();
      }
    } finally {
      SystemCalls.close(reports);
      end.countDown();
    }
  }

  private static String text(MemorySegment slot) {
    byte[] text = new byte[(int) Math.clamp(slot.get(JAVA_LONG, 24), 0, ForkReport.TEXT)];
    MemorySegment.copy(slot, JAVA_BYTE, 4 * Long.BYTES, text, 0, text.length);
    return new String(text, StandardCharsets.UTF_8);
  }

  private void record(ThreadLog log, MemorySegment slot) {
    long time = slot.get(JAVA_LONG, 8);
    long value = slot.get(JAVA_LONG, 16);
    allowance = 0;
    switch ((int) slot.get(JAVA_LONG, 0)) {
      case ForkReport.BORN -> log.eventAt(EventKind.THREAD_BEGIN, 0, 0, 0, 0, time);
      case ForkReport.PRINTS -> log.textAt(EventKind.OUTPUT, 0, 0, 0, 0, time, text(slot));
      case ForkReport.BECOMES -> log.textAt(EventKind.PROCESS_EXEC, 0, 0, 0, 0, time, text(slot));
      case ForkReport.REMAINS -> log.eventAt(EventKind.PROCESS_EXEC, Flags.FAILED, 0, 0, 0, time);
      case ForkReport.SLEEPS -> {
        allowance = value;
        log.eventAt(EventKind.SLEEP_BEGIN, 0, 0, 0, value, time);
      }
      case ForkReport.WAKES -> log.eventAt(EventKind.SLEEP_END, 0, 0, 0, 0, time);
      case ForkReport.EXITS -> {
        log.eventAt(EventKind.THREAD_END, 0, 0, 0, 0, time);
        log.eventAt(EventKind.PROCESS_END, 0, 0, 0, value, time);
      }
      default -> {} // nobody else writes here
    }
  }
}

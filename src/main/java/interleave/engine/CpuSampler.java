package interleave.engine;

import interleave.event.EventKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the system from time to time how much processor time each process of a run has used, and
 * records that. Where the system does not tell, nothing is recorded.
 *
 * <p>On Linux the answer is {@code utime} and {@code stime} of {@code /proc/<pid>/stat}. That is in
 * ticks of which {@code sysconf(_SC_CLK_TCK)} says how many a second has, a hundred as a rule; the
 * runtime asks for both.
 *
 * <p>Of one that uses nothing it looks whether all its threads sleep, too.
 */
final class CpuSampler {
  /** Less would be few ticks, and say little. */
  private static final long PAUSE_NS = 90_000_000;

  /** So often it is told that nothing was used. */
  private static final long IDLE_NS = 1_000_000_000;

  /** Of a run with more processes at once those first. */
  private static final int MOST = 200;

  private final EngineLog log;
  private final Map<ProcessHandle, Used> known = new LinkedHashMap<>();
  private long last = System.nanoTime() - PAUSE_NS;

  /** What was told of a process last. */
  private static final class Used {
    private long ns = -1;
    private long time;
    private boolean idle;
  }

  CpuSampler(EngineLog log, ProcessHandle root) {
    this.log = log;
    known.put(root, new Used());
  }

  /**
   * Asks, unless that was just done.
   *
   * @param fresh processes not seen before
   */
  void look(List<ProcessHandle> fresh) {
    for (ProcessHandle each : fresh) {
      if (known.size() < MOST) {
        known.putIfAbsent(each, new Used());
      }
    }
    long now = log.now();
    if (now - last >= PAUSE_NS) {
      last = now;
      known.entrySet().removeIf(each -> !sampled(each.getKey(), each.getValue(), now));
    }
  }

  /** A process that has used nothing for a while may wait for nothing that ever comes. */
  private void standsStill(ProcessHandle process) {
    boolean knowsItself = process.info().command().orElse("").endsWith("java");
    int threads = knowsItself ? SleepingThreads.UNKNOWN : SleepingThreads.of(process.pid());
    if (threads != SleepingThreads.UNKNOWN) {
      log.standsStill(process.pid(), threads);
    }
  }

  /** Whether there was anything to be asked. */
  private boolean sampled(ProcessHandle process, Used before, long now) {
    Optional<Duration> told = process.info().totalCpuDuration();
    if (told.isEmpty() || !process.isAlive()) {
      return false;
    }
    long ns = told.get().toNanos();
    boolean idle = ns == before.ns;
    if (!idle || !before.idle || now - before.time >= IDLE_NS) {
      log.seen(EventKind.CPU_SAMPLE, process.pid(), ns, now);
      if (idle && before.idle) {
        standsStill(process);
      }
      before.ns = ns;
      before.time = now;
      before.idle = idle;
    }
    return true;
  }
}

package interleave.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the system what each thread of a run does, traced or not, on a thread of its own. Where the
 * system does not tell, nothing is recorded.
 *
 * <p>Who runs is asked every few milliseconds, who goes on sleeping ever more rarely. All looks
 * together take at most a fiftieth of one processor; what is due longest comes first, so many
 * threads are looked at less often and none is left out. Nothing is lost by that but the moment:
 * how long a thread ran and how long it waited for a processor between two looks, the system has
 * counted.
 */
final class ThreadSampler implements Closeable {
  static final long SHORTEST_NS = 4_000_000;

  private static final long LONGEST_NS = 20_000_000;

  /** One part of so many of the time is spent on looks. */
  private static final long SHARE = 50;

  /** So much time for looks is saved up at most. */
  private static final long MOST_CREDIT_NS = 5_000_000;

  /** What it costs to wake up and to go to sleep again. */
  private static final long WAKING_NS = 20_000;

  /** A look that took longer was interrupted, which says nothing about its cost. */
  private static final long LONGEST_LOOK_NS = 200_000;

  /** After so many events it looks half as often. */
  private static final long EVENTS_A_HALVING = 1 << 18;

  private final EngineLog log;
  private final Queue<Long> fresh = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<SampledTask> due =
      new PriorityQueue<>(Comparator.comparingLong(each -> each.due));
  private final ProcFile.Reading reading = new ProcFile.Reading();
  private final Thread thread;
  private volatile boolean closed;
  private long events;
  private long credit = MOST_CREDIT_NS;

  ThreadSampler(EngineLog log, long root) {
    this.log = log;
    fresh.add(root);
    thread = Thread.ofPlatform().daemon().name("interleave threads").unstarted(this::run);
  }

  /** Begins to look, where there is something to be seen. */
  ThreadSampler start() {
    if (MarkedProcesses.HAS_PROC) {
      thread.start();
    }
    return this;
  }

  /** A process has come. */
  void add(long pid) {
    if (thread.isAlive()) {
      fresh.add(pid);
    }
  }

  EngineLog log() {
    return log;
  }

  ProcFile.Reading reading() {
    return reading;
  }

  /** One more event was recorded. */
  void said() {
    events++;
  }

  /** A thread was found, and is to be looked at soon. */
  void found(SampledTask task, long now) {
    task.due = now;
    due.add(task);
  }

  private void run() {
    long last = System.nanoTime();
    while (!closed) {
      for (Long pid = fresh.poll(); pid != null; pid = fresh.poll()) {
        found(new SampledProcess(pid, this), last);
      }
      long now = System.nanoTime();
      credit = Math.min(MOST_CREDIT_NS, credit + (now - last) / SHARE);
      last = now;
      credit -= WAKING_NS;
      look(now);
      SampledTask next = due.peek();
      long pause = next == null ? LONGEST_NS : next.due - System.nanoTime();
      LockSupport.parkNanos(Math.clamp(pause, SHORTEST_NS, LONGEST_NS));
    }
    long now = System.nanoTime();
    List<SampledTask> rest = new ArrayList<>(due);
    rest.forEach(each -> end(each, now));
  }

  private void look(long until) {
    long begin = System.nanoTime();
    for (SampledTask next = due.peek();
        next != null && next.due <= until && credit > 0;
        next = due.peek()) {
      due.poll();
      try {
        next.due = begin + (next.look(begin) << halvings());
        due.add(next);
      } catch (IOException e) {
        next.gone(begin);
      }
      long end = System.nanoTime();
      credit -= Math.min(LONGEST_LOOK_NS, end - begin);
      begin = end;
    }
  }

  /** The last look: a run that is over has no threads left, or is left by whoever looked. */
  private static void end(SampledTask task, long now) {
    try {
      task.look(now);
    } catch (IOException e) {
      task.gone(now);
    }
  }

  private int halvings() {
    return (int) Math.min(6, events / EVENTS_A_HALVING);
  }

  /** Ends it; what it has seen by then is recorded. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      thread.join(TimeUnit.SECONDS.toMillis(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

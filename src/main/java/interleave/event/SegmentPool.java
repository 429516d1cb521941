package interleave.event;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments that one process writes. A platform thread has one to itself for as long as it lives
 * and leaves it to a later one, so that a program that starts ten thousand threads after each other
 * makes no ten thousand files. All virtual threads share a few.
 */
final class SegmentPool {
  private static final int STRIPES = Math.max(2, Integer.highestOneBit(processors() * 2 - 1));

  /** So many leases are made before dead threads are looked for, and again after as many more. */
  private static final int SWEEP_EVERY = 32;

  private final Path folder;
  private final Budget budget;
  private final SegmentWriter.Header header;
  private final String filePrefix;
  private final ArrayDeque<SegmentWriter> free = new ArrayDeque<>();
  private final List<Lease> leases = new ArrayList<>();
  private final @Nullable SegmentWriter[] stripes = new @Nullable SegmentWriter[STRIPES];
  private int opened;
  private int leasesSinceSweep;

  private record Lease(WeakReference<Thread> thread, SegmentWriter writer) {
    boolean isOver() {
      Thread holder = thread.get();
      return holder == null || holder.getState() == Thread.State.TERMINATED;
    }
  }

  SegmentPool(Path folder, TracedRuntime runtime) {
    this.folder = folder;
    this.budget = new Budget(folder);
    long now = System.nanoTime();
    ProcessIds ids = ProcessIds.ofThisProcess();
    this.header = new SegmentWriter.Header(runtime, ids.pid(), ids.parent(), now, false);
    // By pid and opening time, since exec keeps the pid and begins anew.
    this.filePrefix = ids.pid() + "-" + Long.toHexString(now) + "-";
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  long pid() {
    return header.pid();
  }

  synchronized int opened() {
    return opened;
  }

  /**
   * A writer for {@code thread}; null when there is no room for one, and then nothing of that
   * thread is recorded.
   */
  synchronized @Nullable SegmentWriter writerFor(Thread thread) {
    if (thread.isVirtual()) {
      int stripe = (int) thread.threadId() & (STRIPES - 1);
      SegmentWriter shared = stripes[stripe];
      if (shared == null) {
        shared = open(true);
        stripes[stripe] = shared;
      }
      return shared;
    }
    if (++leasesSinceSweep > SWEEP_EVERY) {
      leasesSinceSweep = 0;
      sweep();
    }
    SegmentWriter writer = free.poll();
    if (writer == null) {
      writer = open(false);
    }
    if (writer != null) {
      leases.add(new Lease(new WeakReference<>(thread), writer));
    }
    return writer;
  }

  synchronized void giveBack(@Nullable SegmentWriter writer) {
    if (writer != null && leases.removeIf(lease -> lease.writer() == writer)) {
      free.add(writer);
    }
  }

  private void sweep() {
    for (Iterator<Lease> each = leases.iterator(); each.hasNext(); ) {
      Lease lease = each.next();
      if (lease.isOver()) {
        each.remove();
        free.add(lease.writer());
      }
    }
  }

  private @Nullable SegmentWriter open(boolean shared) {
    Path file = folder.resolve(filePrefix + opened + SlotFormat.SUFFIX);
    try {
      SegmentWriter.Header first =
          new SegmentWriter.Header(
              header.runtime(), header.pid(), header.parentPid(), System.nanoTime(), shared);
      SegmentWriter writer = new SegmentWriter(file, budget, first);
      opened++;
      return writer;
    } catch (IOException | RuntimeException e) {
      deleteQuietly(file);
      return null;
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // An empty segment is harmless: the reader waits for its header.
    }
  }
}

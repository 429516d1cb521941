package interleave.event;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The segments that one process writes. A platform thread has one to itself for as long as it lives
 * and leaves it to a later one, so that a program that starts ten thousand threads after each other
 * makes no ten thousand files. All virtual threads share a few, and so do the platform threads that
 * come when very many have one already: ten thousand at once would be ten thousand mappings, of
 * which a process may not have many more.
 *
 * <p>Threads for which there is no room share a page beyond the cap: it says who they are, as far
 * as that goes, and counts what they lose.
 */
final class SegmentPool {
  private static final int STRIPES = Math.max(2, Integer.highestOneBit(processors() * 2 - 1));

  /** So many segments belong to one thread alone at a time. */
  static final int MOST_OWN = 256;

  /** So many leases are made before dead threads are looked for, and again after as many more. */
  private static final int SWEEP_EVERY = 32;

  private final Path folder;
  private final Budget budget;
  private final SegmentWriter.Header header;
  private final String filePrefix;
  private final ArrayDeque<SegmentWriter> free = new ArrayDeque<>();
  private final List<Lease> leases = new ArrayList<>();
  private final AtomicReferenceArray<@Nullable SegmentWriter> stripes =
      new AtomicReferenceArray<>(STRIPES);
  private @Nullable SegmentWriter first;
  private @Nullable SegmentWriter page;
  private boolean pageTried;
  private int own;
  private int opened;
  private int leasesSinceSweep;

  private record Lease(WeakReference<Thread> thread, SegmentWriter writer) {
    boolean isOver() {
      Thread holder = thread.get();
      return holder == null || holder.getState() == Thread.State.TERMINATED;
    }
  }

  SegmentPool(Path folder, TracedRuntime runtime) {
    this(folder, runtime, ProcessIds.ofThisProcess(), new Budget(folder));
  }

  private SegmentPool(Path folder, TracedRuntime runtime, ProcessIds ids, Budget budget) {
    this.folder = folder;
    this.budget = budget;
    long now = Clock.now();
    this.header = new SegmentWriter.Header(runtime, ids.pid(), ids.parent(), now, false);
    // By pid and opening time, since exec keeps the pid and begins anew.
    this.filePrefix = ids.pid() + "-" + Long.toHexString(now) + "-";
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Segments that this process writes for a copy of itself, which cannot. */
  SegmentPool ofCopy(long pid) {
    return new SegmentPool(folder, header.runtime(), new ProcessIds(pid, header.pid()), budget);
  }

  long pid() {
    return header.pid();
  }

  synchronized int opened() {
    return opened;
  }

  /**
   * A writer for {@code thread}; null when there is no room for one, not even for a page, and then
   * what that thread loses is counted {@linkplain #losses() elsewhere}.
   */
  @Nullable SegmentWriter writerFor(Thread thread) {
    SegmentWriter own = thread.isVirtual() ? null : ownFor(thread);
    SegmentWriter some = own != null ? own : sharedFor(thread);
    return some != null ? some : withoutRoom();
  }

  /** Where a thread without a writer counts; null when this process could write nothing at all. */
  synchronized @Nullable SegmentWriter losses() {
    return first;
  }

  private synchronized @Nullable SegmentWriter withoutRoom() {
    SegmentWriter found = page;
    if (found == null && !pageTried) {
      pageTried = true; // on a full disk once is enough
      found = open(true, true);
      page = found;
    }
    return found;
  }

  /** The stripe of that thread; takes no lock once it is there. */
  private @Nullable SegmentWriter sharedFor(Thread thread) {
    int stripe = (int) thread.threadId() & (STRIPES - 1);
    SegmentWriter shared = stripes.get(stripe);
    return shared != null ? shared : openShared(stripe);
  }

  private synchronized @Nullable SegmentWriter openShared(int stripe) {
    SegmentWriter shared = stripes.get(stripe);
    if (shared == null) {
      shared = open(true, false);
      stripes.set(stripe, shared);
    }
    return shared;
  }

  private synchronized @Nullable SegmentWriter ownFor(Thread thread) {
    if (++leasesSinceSweep > SWEEP_EVERY) {
      leasesSinceSweep = 0;
      sweep();
    }
    SegmentWriter writer = free.poll();
    if (writer == null && own < MOST_OWN) {
      writer = open(false, false);
      own += writer == null ? 0 : 1;
    }
    if (writer != null) {
      leases.add(new Lease(new WeakReference<>(thread), writer));
    }
    return writer;
  }

  synchronized void giveBack(@Nullable SegmentWriter writer) {
    for (Iterator<Lease> each = leases.iterator(); writer != null && each.hasNext(); ) {
      if (each.next().writer() == writer) {
        each.remove();
        free.add(writer);
        return;
      }
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

  private @Nullable SegmentWriter open(boolean shared, boolean beyondCap) {
    Path file = folder.resolve(filePrefix + opened + SlotFormat.SUFFIX);
    try {
      SegmentWriter.Header of =
          new SegmentWriter.Header(
              header.runtime(), header.pid(), header.parentPid(), Clock.now(), shared);
      SegmentWriter writer =
          beyondCap
              ? SegmentWriter.beyondCap(file, budget, of)
              : new SegmentWriter(file, budget, of);
      opened++;
      first = first == null ? writer : first;
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

package interleave.process;

import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The place of one worker in a pool: when the worker dies, it puts a new one in its place. Its
 * thread does that, and what else is to be done for the worker.
 */
abstract class PoolSeat<L extends PoolSeat.Link> implements Runnable {
  /** So many workers in a row that die before they have come here mean that none ever will. */
  private static final int MOST_STILLBORN = 3;

  private final ProcessPool pool;
  private final Hiring<L> hiring;
  private L worker;
  private boolean vacated;

  /** A worker, as its seat has it. */
  interface Link {
    ChildProcess child();

    /** Whether the worker has come, be it gone by now. */
    boolean wasThere();

    /** Waits for the end of a worker that has nothing more to do, or has died. */
    Ending ending() throws InterruptedException;
  }

  /** Starts a worker. */
  interface Hiring<L> {
    L hire();
  }

  /** A seat with its first worker, which is started here. */
  PoolSeat(ProcessPool pool, Hiring<L> hiring) {
    this.pool = pool;
    this.hiring = hiring;
    worker = hiring.hire();
  }

  @Override
  public void run() {
    String reason = "all workers have left";
    try {
      reason = work();
    } catch (UncheckedIOException e) {
      reason = String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      reason = "the pool was interrupted";
    } finally {
      pool.seatLeft(reason);
      vacate();
    }
  }

  /** Returns, with the reason, when this seat has no worker any more. */
  private String work() throws InterruptedException {
    int stillborn = 0;
    while (true) {
      L here = worker();
      boolean left = serve(here);
      if (left || over()) {
        return "all workers have left";
      }
      stillborn = here.wasThere() ? 0 : stillborn + 1;
      if (stillborn == MOST_STILLBORN) {
        return here + " " + here.ending() + " before it was there";
      }
      replace();
    }
  }

  /** Has to do with a worker until it leaves, which is true, or dies. */
  abstract boolean serve(L here) throws InterruptedException;

  /** Whether no task is here and none will come. */
  abstract boolean over();

  private synchronized L worker() {
    return worker;
  }

  private synchronized void replace() {
    worker = hiring.hire();
    if (pool.isBroken()) {
      worker.child().terminate();
    }
    notifyAll();
  }

  private synchronized void vacate() {
    vacated = true;
    notifyAll();
  }

  synchronized void terminate() {
    worker.child().terminate();
  }

  /** Waits until nobody sits here and nobody will. */
  void join() throws InterruptedException {
    L seen = null;
    for (L next = nextAfter(seen); next != null; next = nextAfter(seen)) {
      next.child().join();
      seen = next;
    }
  }

  private synchronized @Nullable L nextAfter(@Nullable L seen) throws InterruptedException {
    while (worker.equals(seen) && !vacated) {
      wait();
    }
    return worker.equals(seen) ? null : worker;
  }
}

package interleave.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Pieces of work, done on all processors but one; their results come in the order in which the
 * pieces were handed in. There are never more of them under way than a few for each processor.
 */
final class OrderedWork<T> implements AutoCloseable {
  private static final int MOST_THREADS = 8;
  private static final int AHEAD = 3;

  /** Takes a result, on the thread that hands in. */
  interface Taking<T> {
    void take(T result) throws IOException;
  }

  /** One processor is left for who takes the results, and for what compiles all that. */
  private final int threads =
      Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_THREADS);

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          threads, Thread.ofPlatform().daemon().name("interleave packing ", 1).factory());
  private final Deque<Future<T>> underWay = new ArrayDeque<>();
  private final Taking<T> taking;

  OrderedWork(Taking<T> taking) {
    this.taking = taking;
  }

  /** Hands in a piece; first takes what is oldest where enough is under way. */
  void add(Callable<T> piece) throws IOException {
    if (underWay.size() >= AHEAD * threads) {
      takeOne();
    }
    underWay.add(workers.submit(piece));
  }

  /** Takes all that is left. */
  void finish() throws IOException {
    while (!underWay.isEmpty()) {
      takeOne();
    }
  }

  private void takeOne() throws IOException {
    try {
      taking.take(underWay.remove().get());
    } catch (ExecutionException e) {
      switch (Objects.requireNonNull(e.getCause())) {
        case IOException failed -> throw failed;
        case RuntimeException failed -> throw failed;
        case Error failed -> throw failed;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the thread was interrupted");
    }
  }

  /** Ends when nothing is done any more; what was not begun is not. */
  @Override
  public void close() {
    underWay.forEach(each -> each.cancel(false));
    workers.close();
  }
}

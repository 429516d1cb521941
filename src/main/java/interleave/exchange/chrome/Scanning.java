package interleave.exchange.chrome;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Scans on a thread of its own, a few batches ahead of who takes them. */
final class Scanning implements AutoCloseable {
  private static final int AHEAD = 3;

  private final TraceScanner scanner;
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(AHEAD);
  private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(AHEAD + 1);
  private final Batch last = Batch.none();
  private int made;
  private final Thread thread;
  private @Nullable IOException failure;
  private @Nullable RuntimeException mistake;
  private @Nullable Error broken;

  Scanning(TraceScanner scanner) {
    this.scanner = scanner;
    thread = Thread.ofPlatform().daemon().name("interleave trace scanner").start(this::run);
  }

  private void run() {
    try {
      boolean more = true;
      while (more) {
        Batch batch = empty();
        more = scanner.next(batch);
        full.put(batch);
      }
      full.put(last);
    } catch (IOException e) {
      failure = e;
      full.add(last);
    } catch (RuntimeException e) {
      mistake = e;
      full.add(last);
    } catch (Error e) { // such as no memory: who waits for the rest must hear of it
      broken = e;
      full.add(last);
    } catch (InterruptedException e) {
      // nobody takes any more
    }
  }

  /** They are made as they are needed, so that the first one is full as soon as can be. */
  private Batch empty() throws InterruptedException {
    if (made == AHEAD || !free.isEmpty()) {
      return free.take();
    }
    made++;
    return new Batch();
  }

  /** The next batch; null behind the last one. */
  @Nullable Batch next() throws IOException {
    try {
      Batch batch = full.take();
      if (batch != last) {
        return batch;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (failure != null) {
      throw failure;
    }
    if (mistake != null) {
      throw mistake;
    }
    if (broken != null) {
      throw broken;
    }
    return null;
  }

  /** Nobody looks at it any more. */
  void done(Batch batch) {
    free.add(batch);
  }

  @Override
  public void close() {
    thread.interrupt();
    boolean waits = true;
    while (waits) {
      try {
        thread.join();
        waits = false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}

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
  private final Batch last = new Batch();
  private final Thread thread;
  private @Nullable IOException failure;
  private @Nullable RuntimeException mistake;
  private @Nullable Error broken;

  Scanning(TraceScanner scanner) {
    this.scanner = scanner;
    for (int i = 0; i < AHEAD; i++) {
      free.add(new Batch());
    }
    thread = Thread.ofPlatform().daemon().name("interleave trace scanner").start(this::run);
  }

  private void run() {
    try {
      boolean more = true;
      while (more) {
        Batch batch = free.take();
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

package interleave.engine;

import interleave.event.NoticeFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Passes one stream of a program on to the listeners, on a thread of its own, until it ends. */
final class OutputPump implements Runnable {
  private static final int CHUNK = 1 << 16;

  /** So long the beginning of what may become a notice is held back at most. */
  private static final int LONGEST_HOLD_MS = 50;

  private final boolean stderr;
  private final InputStream from;
  private final @Nullable NoticeFilter filter;
  private final List<OutputListener> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;

  OutputPump(boolean stderr, InputStream from, @Nullable NoticeFilter filter) {
    this.stderr = stderr;
    this.from = from;
    this.filter = filter;
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("interleave " + (stderr ? "stderr" : "stdout"))
            .unstarted(this);
  }

  void listen(OutputListener listener) {
    listeners.add(listener);
  }

  void start() {
    thread.start();
  }

  /** Waits until everything was passed on; gives up after so long and drops what comes then. */
  void finish(long millis) {
    try {
      thread.join(millis);
      if (thread.isAlive()) {
        // Somebody who is not of the run holds the other end of the pipe.
        from.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // It is closed, then.
    }
  }

  @Override
  public void run() {
    byte[] in = new byte[CHUNK];
    byte[] out = filter == null ? in : new byte[filter.room(CHUNK)];
    try {
      for (int length = from.read(in); length >= 0; length = from.read(in)) {
        tell(out, filter == null ? length : filter.filter(in, length, out));
        if (filter != null && filter.holds() && !moreComesSoon()) {
          tell(out, filter.flush(out));
        }
      }
    } catch (IOException e) {
      // The pipe broke: what came before was passed on.
    } catch (UncheckedIOException e) {
      refuse();
      return;
    }
    if (filter != null) {
      tell(out, filter.flush(out));
    }
  }

  /** Nobody wants to hear more: closes the pipe, so that the program notices when it prints. */
  private void refuse() {
    try {
      from.close();
    } catch (IOException e) {
      // It is closed, then.
    }
  }

  private boolean moreComesSoon() throws IOException {
    for (int i = 0; i < LONGEST_HOLD_MS; i++) {
      if (from.available() > 0) {
        return true;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return false;
  }

  private void tell(byte[] bytes, int length) {
    if (length > 0) {
      for (OutputListener listener : listeners) {
        try {
          listener.printed(stderr, bytes, length);
        } catch (OutOfMemoryError e) {
          listeners.remove(listener); // the program and the others go on without it
        }
      }
    }
  }
}

package interleave.tail;

import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One look at a recording that goes on being written and that nobody follows. It reads all that is
 * there, which may take longer than the program runs: so it has a thread of its own, and ends soon
 * when it is closed.
 */
public final class Glance implements AutoCloseable {
  private final Recording recording;
  private final CompletableFuture<Optional<Timeline>> answer = new CompletableFuture<>();
  private final long began = System.nanoTime();
  private volatile long took;
  private volatile boolean closed;

  private Glance(Recording recording) {
    this.recording = recording;
  }

  /** Begins to look. */
  public static Glance at(Recording recording) {
    Glance glance = new Glance(recording);
    Thread.ofPlatform().daemon().name("interleave glance").start(glance::look);
    return glance;
  }

  private void look() {
    try {
      Timeline seen = read(recording, () -> closed);
      took = System.nanoTime() - began;
      answer.complete(Optional.ofNullable(seen));
    } catch (RuntimeException | OutOfMemoryError e) {
      answer.completeExceptionally(e);
    }
  }

  /** What is known of a recording by now; null where nobody wants to know any more. */
  static @Nullable Timeline read(Recording recording, BooleanSupplier unwanted) {
    TimelineStore store = new TimelineStore();
    try (RecordingReader reader = recording.reader()) {
      long polled = System.nanoTime();
      do {
        if (unwanted.getAsBoolean()) {
          return null;
        }
        reader.poll(store, LiveTimeline.MOST_AT_ONCE);
        store.upTo(Math.min(polled, reader.reached()) - LiveTimeline.USUAL_DELAY);
      } while (reader.reached() < polled);
      store.advance(polled);
    }
    return unwanted.getAsBoolean() ? null : store.snapshot();
  }

  /** Whether it is over. */
  public boolean isDone() {
    return answer.isDone();
  }

  /**
   * What was seen, as soon as it is over; empty where it was closed before.
   *
   * @throws OutOfMemoryError where there was too little memory for it
   */
  public Optional<Timeline> timeline() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof OutOfMemoryError exhausted) {
        throw exhausted;
      }
      throw e;
    }
  }

  /** How long it took, in ns; 0 while it is not over. */
  public long took() {
    return took;
  }

  @Override
  public void close() {
    closed = true;
  }
}

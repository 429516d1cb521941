package interleave.tail;

import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Follows a recording while it is written, on a thread of its own, and always has its newest {@link
 * Timeline}. A reader that spins would starve the program under study on a small machine, so it
 * parks between polls: briefly while there is much to read.
 */
public final class LiveTimeline implements AutoCloseable {
  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(4);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(16);

  private final Recording recording;
  private final Thread thread;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Timeline newest = new TimelineStore().snapshot();
  private volatile long generation;
  private volatile boolean ended;
  private volatile boolean closed;
  private volatile @Nullable RuntimeException failure;

  private LiveTimeline(Recording recording) {
    this.recording = recording;
    thread = Thread.ofPlatform().daemon().name("interleave timeline").unstarted(this::follow);
  }

  /** Begins to follow {@code recording}. */
  public static LiveTimeline follow(Recording recording) {
    LiveTimeline live = new LiveTimeline(recording);
    live.thread.start();
    return live;
  }

  /** The timeline of a recording that is complete. */
  public static Timeline load(Recording recording) {
    return load(recording, new TimelineStore());
  }

  /** What is known by now of a recording that goes on being written. */
  public static Timeline now(Recording recording) {
    TimelineStore store = new TimelineStore();
    try (RecordingReader reader = recording.reader()) {
      long polled = System.nanoTime();
      reader.poll(store);
      store.advance(polled);
    }
    return store.snapshot();
  }

  private static Timeline load(Recording recording, TimelineStore store) {
    try (RecordingReader reader = recording.reader()) {
      reader.finish(store);
      tell(store, reader);
    }
    store.finish();
    return store.snapshot();
  }

  private static void tell(TimelineStore store, RecordingReader reader) {
    store.counters(reader.lost(), reader.skipped(), reader.nanosPerEvent());
    store.problems(reader.problems());
  }

  private void follow() {
    try {
      TimelineStore store = new TimelineStore();
      try (RecordingReader reader = recording.reader()) {
        tail(reader, store);
      }
      if (!closed) {
        publish(store.late() ? load(recording, store.again()) : store.snapshot());
      }
    } catch (RuntimeException e) {
      failure = e;
    } catch (OutOfMemoryError e) {
      failure = new IllegalStateException("memory ran out", e);
    } finally {
      done.countDown();
    }
  }

  private void tail(RecordingReader reader, TimelineStore store) {
    long pause = SHORTEST_PAUSE;
    while (!closed) {
      boolean last = ended; // asked before the poll, so that the last poll comes after the end
      long polled = System.nanoTime();
      int events = last ? reader.finish(store) : reader.poll(store);
      tell(store, reader);
      if (last) {
        store.finish();
        return;
      }
      store.advance(polled);
      publish(store.snapshot());
      pause = events > 0 ? SHORTEST_PAUSE : Math.min(LONGEST_PAUSE, pause * 2);
      LockSupport.parkNanos(pause);
    }
  }

  private void publish(Timeline timeline) {
    newest = timeline;
    generation++; // only this thread writes it
  }

  /** The newest timeline; never null, and empty before the first event. */
  public Timeline timeline() {
    return newest;
  }

  /** Grows with every new timeline. */
  public long generation() {
    return generation;
  }

  /** Says that the run has ended: what there is left is read, and the timeline becomes final. */
  public void end() {
    ended = true;
    LockSupport.unpark(thread);
  }

  /** Waits until the timeline is final, and returns it. {@link #end} must have been called. */
  public Timeline awaitFinal() throws InterruptedException {
    done.await();
    RuntimeException failed = failure;
    if (failed != null) {
      throw new IllegalStateException("the recording could not be read to its end", failed);
    }
    return newest;
  }

  /** Whether the timeline is final. */
  public boolean isFinal() {
    return done.getCount() == 0;
  }

  /** What stopped the reading before the end, null when nothing did. */
  public @Nullable RuntimeException failure() {
    return failure;
  }

  /** Stops following. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}

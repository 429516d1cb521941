package interleave.tail;

import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/**
 * The timeline of a recording that was opened: the one that its file keeps, or one that is derived
 * now. Where what was kept turns out to be damaged while it is looked at, it is derived after all,
 * and takes the place of the other. Any thread.
 */
public final class OpenedTimeline {
  /** The part of the way that it takes to unpack the segments; to read them takes the rest. */
  private static final double UNPACKING = 0.4;

  private final OpenedRecording opened;
  private final CountDownLatch again = new CountDownLatch(1);
  private volatile TimelineStore store;

  private OpenedTimeline(OpenedRecording opened, Progress progress) throws IOException {
    this.opened = opened;
    Optional<TimelineStore> kept = KeptTimeline.of(opened, this::deriveLater);
    store = kept.isPresent() ? kept.get() : derived(opened, progress);
  }

  /**
   * That of {@code opened}, which stays open as long as it is looked at.
   *
   * @param progress hears of it where the segments are needed: that they are unpacked, and read
   * @throws IOException where the segments are needed and cannot be had
   * @throws CancellationException where {@code progress} wants it to end
   */
  public static OpenedTimeline of(OpenedRecording opened, Progress progress) throws IOException {
    return new OpenedTimeline(opened, progress);
  }

  private static TimelineStore derived(OpenedRecording opened, Progress progress)
      throws IOException {
    Stages stages = new Stages(progress);
    Finished finished = Finished.of(opened, stages.upTo(UNPACKING));
    return LiveTimeline.derive(finished, stages.upTo(1));
  }

  /** The newest; it changes at most once. */
  public Timeline timeline() {
    return store.snapshot();
  }

  /** What to keep with the recording where it is saved again. */
  public List<FurtherEntry> entries() {
    return List.of(new KeptTimeline(() -> store));
  }

  private void deriveLater() {
    Thread.ofVirtual().name("interleave derives again").start(this::derive);
  }

  private void derive() {
    try {
      store = derived(opened, Progress.UNHEARD);
    } catch (IOException e) {
      System.getLogger(OpenedTimeline.class.getName())
          .log(System.Logger.Level.WARNING, "The recording could not be read again", e);
    } finally {
      again.countDown();
    }
  }

  /** Waits until what was found to be damaged is derived again. */
  void awaitNews() throws InterruptedException {
    again.await();
  }
}

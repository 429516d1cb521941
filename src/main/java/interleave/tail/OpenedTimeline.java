package interleave.tail;

import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The timeline of a recording that was opened: the one that its file keeps, or one that is derived
 * now. Where what was kept turns out to be damaged while it is looked at, it is derived after all,
 * and takes the place of the other. Any thread.
 */
public final class OpenedTimeline {
  private final OpenedRecording opened;
  private final CountDownLatch again = new CountDownLatch(1);
  private volatile TimelineStore store;

  private OpenedTimeline(OpenedRecording opened) throws IOException {
    this.opened = opened;
    Optional<TimelineStore> kept = KeptTimeline.of(opened, this::deriveLater);
    store = kept.isPresent() ? kept.get() : LiveTimeline.derive(opened.recording());
  }

  /**
   * That of {@code opened}, which stays open as long as it is looked at.
   *
   * @throws IOException where the segments are needed and cannot be had
   */
  public static OpenedTimeline of(OpenedRecording opened) throws IOException {
    return new OpenedTimeline(opened);
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
      store = LiveTimeline.derive(opened.recording());
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

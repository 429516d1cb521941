package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Picture;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures: at once while that takes a few milliseconds, on a thread of its own when it takes
 * longer. Of what is asked for meanwhile only the newest is made.
 */
final class PictureMaker implements AutoCloseable {
  private static final long PATIENCE_NS = 5_000_000;

  private final TimelineDrawing drawing =
      new TimelineDrawing(TrackKinds.STANDARD, Typefaces.bundled());
  private final AtomicReference<@Nullable View> wanted = new AtomicReference<>();
  private final AtomicReference<@Nullable Picture> made = new AtomicReference<>();
  private @Nullable ExecutorService thread;
  private volatile long cost;
  private boolean closed;

  PictureAreas frame(Timeline timeline, double width, double height) {
    return drawing.frame(timeline, width, height);
  }

  /** The picture of that view now, or null when it comes later through {@link #finished}. */
  @Nullable Picture ask(View view) {
    if (cost < PATIENCE_NS) {
      made.set(null);
      return draw(view);
    }
    View waiting = wanted.getAndSet(view);
    if (waiting == null && !closed) {
      worker().execute(this::drawNewest);
    }
    return null;
  }

  /** The newest picture made since the last question, or null. */
  @Nullable Picture finished() {
    return made.getAndSet(null);
  }

  long cost() {
    return cost;
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.shutdownNow();
    }
  }

  private void drawNewest() {
    View view = wanted.getAndSet(null);
    if (view != null) {
      made.set(draw(view));
    }
  }

  private Picture draw(View view) {
    long before = System.nanoTime();
    Picture picture = drawing.draw(view);
    long took = System.nanoTime() - before;
    // Leaning on the past keeps one slow frame, such as the first, from counting.
    cost = (cost * 7 + Math.min(took, 8 * PATIENCE_NS)) / 8;
    return picture;
  }

  private ExecutorService worker() {
    if (thread == null) {
      thread =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("timeline-drawing").factory());
    }
    return thread;
  }
}

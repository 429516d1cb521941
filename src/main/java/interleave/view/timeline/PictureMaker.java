package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Picture;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Rows;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.raster.Raster;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes pictures on a thread of its own, down to their pixels. Of what is asked for meanwhile only
 * the newest is made.
 *
 * <p>Three images take turns: one is in the window, one may still be read by the toolkit's
 * renderer, and one is painted.
 */
final class PictureMaker implements AutoCloseable {
  private static final int IMAGES = 3;

  private final TimelineDrawing drawing =
      new TimelineDrawing(TrackKinds.STANDARD, Typefaces.bundled());
  private final AtomicReference<@Nullable Wish> wanted = new AtomicReference<>();
  private final AtomicReference<@Nullable Made> made = new AtomicReference<>();
  private final Deque<PixelImage> images = new ArrayDeque<>();
  private @Nullable ExecutorService thread;
  private volatile @Nullable FrameTimes times;
  private boolean closed;

  /**
   * What is wanted.
   *
   * @param view with a frame that has the size only
   * @param scale pixels a point
   */
  record Wish(View view, Palette palette, double scale) {}

  /** A picture, the view that it is of, and its pixels. */
  record Made(View view, Picture picture, PixelImage pixels, double scale) {}

  /** Who is told how long it takes; null for nobody. */
  void tell(@Nullable FrameTimes listener) {
    times = listener;
  }

  /** The picture comes later through {@link #finished}. */
  void ask(Wish wish) {
    Wish waiting = wanted.getAndSet(wish);
    if (waiting == null && !closed) {
      worker().execute(this::makeNewest);
    }
  }

  /** The newest picture made since the last question, or null. */
  @Nullable Made finished() {
    return made.getAndSet(null);
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.shutdownNow();
    }
  }

  private void makeNewest() {
    Wish wish = wanted.getAndSet(null);
    if (wish == null) {
      return;
    }
    FrameTimes told = times;
    long began = System.nanoTime();
    PictureAreas size = wish.view.frame();
    Timeline timeline = wish.view.timeline();
    PictureAreas frame = drawing.frame(wish.view, size.width(), size.height());
    View view = wish.view.withFrame(frame.withGutter(Math.max(size.gutter(), frame.gutter())));
    Rows rows = drawing.layOut(view);
    long laidOut = System.nanoTime();
    Picture picture = drawing.draw(view, rows);
    long drawn = System.nanoTime();
    PixelImage pixels = image(view, wish.scale);
    new Raster(pixels.surface(), LetterSheet.of(wish.scale), wish.palette).paint(picture.list());
    if (told != null) {
      told.add(FrameTimes.Part.LAY_OUT, laidOut - began);
      told.add(FrameTimes.Part.DRAW, drawn - laidOut);
      told.add(FrameTimes.Part.PAINT, System.nanoTime() - drawn);
    }
    images.addLast(pixels);
    Made before = made.getAndSet(new Made(view, picture, pixels, wish.scale));
    if (before != null) {
      // Nobody has seen it: it is the next to be painted.
      images.remove(before.pixels);
      images.addFirst(before.pixels);
    }
  }

  /** That which was painted longest ago. */
  private PixelImage image(View view, double scale) {
    int width = Math.max(1, (int) Math.ceil(view.frame().width() * scale));
    int height = Math.max(1, (int) Math.ceil(view.frame().height() * scale));
    images.removeIf(image -> !image.is(width, height));
    PixelImage oldest = images.size() >= IMAGES ? images.pollFirst() : null;
    return oldest == null ? new PixelImage(width, height) : oldest;
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

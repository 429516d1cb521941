package interleave.view.timeline;

import interleave.exchange.KnownFormats;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;

/** Tells what a frame costs, to draw and to paint: {@code FrameCost <recording>…}. */
public final class FrameCost {
  private static final int TIMES = 60;

  private FrameCost() {}

  public static void main(String[] args) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            for (String file : args) {
              var opened = KnownFormats.ALL.open(Path.of(file), (_, _) -> true);
              Timeline timeline = LiveTimeline.load(opened.recording());
              cost(file, timeline);
            }
            cost("crowd", Sketches.crowd(40, 20_000));
            Timeline many = Many.threads(100_000);
            cost("100,000 virtual threads", many, Folds.NONE);
            cost("the same, opened", many, Folds.NONE.toggleOpened("crowd", 0));
          } catch (Exception e) {
            e.printStackTrace();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private static void cost(String name, Timeline timeline) {
    cost(name, timeline, Folds.NONE);
  }

  private static void cost(String name, Timeline timeline, Folds folds) {
    long length = timeline.now() - timeline.start();
    PictureAreas shape = PictureAreas.of(1400, 800);
    TimelineDrawing drawing = new TimelineDrawing(TrackKinds.STANDARD, Typefaces.bundled());
    Painter painter = new Painter(Typefaces.bundled(), Palette.LIGHT);
    Canvas canvas = new Canvas(1400, 800);
    Scene scene = new Scene(new Group(canvas), 1400, 800);
    WritableImage image = new WritableImage(1400, 800);
    for (double share : new double[] {1, 0.3, 0.01, 1e-4}) {
      long from = timeline.start() + (long) (length * 0.8);
      Viewport window =
          share == 1
              ? Viewport.of(timeline.start(), timeline.now())
              : Viewport.of(from, from + (long) (length * share));
      long draw = 0;
      long paint = 0;
      int marks = 0;
      for (int i = 0; i < 2 * TIMES; i++) {
        long a = System.nanoTime();
        var picture = drawing.draw(View.of(timeline, window, shape).withFolds(folds));
        long b = System.nanoTime();
        painter.paint(picture.list(), canvas.getGraphicsContext2D());
        scene.snapshot(image);
        long c = System.nanoTime();
        marks = picture.list().marks().size();
        if (i >= TIMES) {
          draw += b - a;
          paint += c - b;
        }
      }
      System.out.printf(
          "%-40s %8.4f  %6d marks  draw %6.2f ms  paint and render %6.2f ms%n",
          name, share, marks, draw / 1e6 / TIMES, paint / 1e6 / TIMES);
    }
  }
}

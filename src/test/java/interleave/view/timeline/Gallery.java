package interleave.view.timeline;

import interleave.timeline.Timeline;
import interleave.timeline.draw.Palette;
import interleave.timeline.layout.Viewport;
import interleave.timeline.sketch.Sketches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Draws the sketches into files to be looked at: {@code Gallery <folder>}. */
public final class Gallery {
  private Gallery() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "/tmp/draw"));
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try {
            draw(folder);
          } catch (Exception e) {
            e.printStackTrace();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private static void draw(Path folder) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      Palette palette = dark ? Palette.DARK : Palette.LIGHT;
      String mode = dark ? "-dark.png" : "-light.png";
      TimelineFigure queue =
          TimelineFigure.of(
                  Sketches.queue(),
                  "Queue between processes",
                  "A writer process puts A, B, C; a reader process blocks on get, then is"
                      + " terminated.",
                  List.of("values: A, B, C", "pause: 0–1 s", "capacity: unbounded"))
              .withWidth(868)
              .withStage(true)
              .withPalette(palette)
              .at(Sketches.at(1061.0) - 400_000, null);
      Files.write(folder.resolve("queue" + mode), queue.png());
      long t = Sketches.at(412.306);
      TimelineFigure lock =
          TimelineFigure.of(
                  Sketches.lock(),
                  "Lock and lost updates",
                  "Two threads add and subtract on one balance. With the lock it ends at 0.",
                  List.of("threads: 2", "loops: 100 000", "lock: on"))
              .withWidth(868)
              .withStage(true)
              .withPalette(palette)
              .at(Sketches.at(400.009), Viewport.of(Sketches.at(400), Sketches.at(400.024)));
      Files.write(folder.resolve("lock" + mode), lock.png());
      TimelineFigure race =
          TimelineFigure.of(
                  Sketches.race(),
                  "Lock and lost updates",
                  "Two threads add and subtract on one balance. Without the lock, updates get"
                      + " lost.",
                  List.of("threads: 2", "loops: 100 000", "lock: off"))
              .withWidth(868)
              .withStage(true)
              .withPalette(palette)
              .selecting(Sketches.firstLostUpdate())
              .at(t + 118 + 1440, Viewport.of(t + 118, t + 118 + 2400));
      Files.write(folder.resolve("race" + mode), race.png());
      TimelineFigure pool =
          TimelineFigure.of(Sketches.pool(), "Process pool", "", List.of("workers: 4"))
              .withWidth(1200)
              .withScale(dark ? 2 : 1)
              .withStage(true)
              .withPalette(palette)
              .at(Timeline.OPEN, null);
      Files.write(folder.resolve("pool" + mode), pool.png());
    }
    TimelineFigure far =
        TimelineFigure.of(Sketches.race(), "Race from afar", "", List.of()).withWidth(868);
    Files.write(folder.resolve("race-far.png"), far.png());
    TimelineFigure crowd =
        TimelineFigure.of(Sketches.crowd(24, 3000), "Crowd", "", List.of()).withStage(true);
    Files.write(folder.resolve("crowd.png"), crowd.png());
  }
}

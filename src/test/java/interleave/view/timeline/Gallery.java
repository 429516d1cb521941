package interleave.view.timeline;

import interleave.figure.FigureTheme;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Viewport;
import interleave.timeline.sketch.Sketches;
import interleave.view.timeline.TimelineFigure.Caption;
import interleave.view.timeline.TimelineFigure.Paper;
import interleave.view.timeline.TimelineFigure.Sight;
import java.io.IOException;
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
      FigureTheme palette = dark ? FigureTheme.DARK : FigureTheme.LIGHT;
      String mode = dark ? "-dark.png" : "-light.png";
      save(
          folder.resolve("queue" + mode),
          Sketches.queue(),
          new Caption(
              "Queue between processes",
              "A writer process puts A, B, C; a reader process blocks on get, then is terminated.",
              List.of("values: A, B, C", "pause: 0–1 s", "capacity: unbounded")),
          new Paper(palette, 868, 1, true),
          Sight.at(Sketches.at(1061.0) - 400_000, null));
      save(
          folder.resolve("lock" + mode),
          Sketches.lock(),
          new Caption(
              "Lock and lost updates",
              "Two threads add and subtract on one balance. With the lock it ends at 0.",
              List.of("threads: 2", "loops: 100 000", "lock: on")),
          new Paper(palette, 868, 1, true),
          Sight.at(Sketches.at(400.009), Viewport.of(Sketches.at(400), Sketches.at(400.024))));
      long t = Sketches.at(412.306);
      save(
          folder.resolve("race" + mode),
          Sketches.race(),
          new Caption(
              "Lock and lost updates",
              "Two threads add and subtract on one balance. Without the lock, updates get lost.",
              List.of("threads: 2", "loops: 100 000", "lock: off")),
          new Paper(palette, 868, 1, true),
          new Sight(
              Viewport.of(t + 118, t + 118 + 2400),
              t + 118 + 1440,
              Sketches.firstLostUpdate(),
              Folds.NONE));
      save(
          folder.resolve("pool" + mode),
          Sketches.pool(),
          new Caption("Process pool", "", List.of("workers: 4")),
          new Paper(palette, 1200, dark ? 2 : 1, true),
          Sight.WHOLE);
    }
    save(
        folder.resolve("race-far.png"),
        Sketches.race(),
        new Caption("Race from afar", "", List.of()),
        new Paper(FigureTheme.LIGHT, 868, 1, false),
        Sight.WHOLE);
    save(
        folder.resolve("crowd.png"),
        Sketches.crowd(24, 3000),
        new Caption("Crowd", "", List.of()),
        new Paper(FigureTheme.LIGHT, 1440, 1, true),
        Sight.WHOLE);
  }

  private static void save(Path file, Timeline timeline, Caption caption, Paper paper, Sight sight)
      throws IOException {
    new TimelineFigure(timeline, caption, paper, sight).save(file);
  }
}

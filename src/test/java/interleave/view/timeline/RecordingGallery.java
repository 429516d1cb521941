package interleave.view.timeline;

import interleave.exchange.KnownFormats;
import interleave.figure.FigureTheme;
import interleave.tail.LiveTimeline;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Extent;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Viewport;
import interleave.view.timeline.TimelineFigure.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javafx.application.Platform;

/** Draws recordings into files to be looked at: {@code RecordingGallery <folder>}. */
public final class RecordingGallery {
  private RecordingGallery() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(
        () -> {
          try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".interleave")).toList()) {
              draw(file);
            }
          } catch (IOException e) {
            e.printStackTrace();
          } finally {
            done.countDown();
          }
        });
    done.await();
    Platform.exit();
  }

  private static void draw(Path file) throws IOException {
    var opened = KnownFormats.ALL.open(file, (_, _) -> true);
    Timeline timeline = LiveTimeline.load(opened.recording());
    String name = file.getFileName().toString().replace(".interleave", "");
    System.out.println(name + ": " + timeline.counters() + " " + timeline.notes());
    long middle = (timeline.start() + timeline.now()) / 2;
    save(file, name + "-light", figure(timeline, name, FigureTheme.LIGHT, Sight.at(middle, null)));
    save(file, name + "-dark", figure(timeline, name, FigureTheme.DARK, Sight.at(middle, null)));
    close(file, name, timeline);
    for (VariableTrack variable : timeline.variables()) {
      if (variable.lostUpdates() > 0) {
        lost(file, name, timeline, variable);
      }
    }
  }

  private static void close(Path file, String name, Timeline timeline) throws IOException {
    long middle = (timeline.start() + timeline.now()) / 2;
    for (long length : new long[] {50_000_000, 1_000_000, 20_000, 2_000}) {
      Viewport window = Viewport.of(middle, middle + length);
      TimelineFigure figure =
          figure(timeline, name, FigureTheme.DARK, Sight.at(middle + length / 3, window));
      long before = System.nanoTime();
      var list = figure.list();
      long took = System.nanoTime() - before;
      System.out.println(
          "  " + length + " ns: " + list.marks().size() + " marks, " + took / 1000 + " us");
      if (timeline.locks().size() + timeline.variables().size() > 0) {
        save(file, name + "-" + length, figure);
      }
    }
  }

  private static void lost(Path file, String name, Timeline timeline, VariableTrack variable)
      throws IOException {
    ThingRef thing = new ThingRef.LostUpdate(variable.index(), 0);
    Extent extent = Extent.of(timeline, thing);
    Viewport window = Viewport.around(extent.from(), extent.to(), 0.2);
    long time = variable.time(variable.lostUpdate(0).overwrite());
    System.out.println("  lost " + variable.lostUpdate(0) + " " + extent);
    Sight sight = new Sight(window, time, thing, Folds.NONE);
    save(file, name + "-lost", figure(timeline, name, FigureTheme.LIGHT, sight));
  }

  private static TimelineFigure figure(
      Timeline timeline, String name, FigureTheme palette, Sight sight) {
    return new TimelineFigure(
        timeline,
        new TimelineFigure.Caption(name, "a real recording", List.of("a: 1")),
        new TimelineFigure.Paper(palette, 1180, 1, true),
        sight);
  }

  private static void save(Path beside, String name, TimelineFigure figure) throws IOException {
    figure.save(beside.resolveSibling(name + ".png"));
  }
}

package interleave.app;

import interleave.scenario.Catalogue;
import interleave.scenario.Scenario;
import interleave.timeline.Timeline;
import interleave.view.export.Pictures;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import interleave.view.session.Program;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/**
 * Opens the real window with real runs, light and dark, large and small, and writes PNGs, to be
 * laid beside the drawings. Run it with the options that the tests have; the argument is the
 * folder.
 */
public final class WindowShots {
  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);

  private final Path folder;

  private WindowShots(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    WindowShots shots = new WindowShots(Files.createDirectories(Path.of(args[0])));
    for (Theme theme : Theme.values()) {
      shots.window(theme, 1440, 900);
      shots.window(theme, 900, 600);
    }
    System.exit(0);
  }

  private void window(Theme theme, int width, int height) throws Exception {
    WindowSettings settings =
        WindowSettings.in(Files.createTempDirectory("shots").resolve("window.properties"));
    settings.put("theme", theme.word());
    settings.put("width", width);
    settings.put("height", height);
    Window window =
        fx(
            () -> {
              theme.install();
              Window made =
                  new Window(
                      new Stage(),
                      settings,
                      new EngineStudio(new KeptRecordings(settings.recordings(), _ -> {})));
              made.show();
              return made;
            });
    String end = "-" + theme.word() + "-" + width;
    run(window, "queue-between-processes", Map.of("seed", "7"));
    picture(window, "queue" + end);
    if (width > 1000) {
      for (Command page : new Command[] {Command.CONSOLE, Command.EVENTS, Command.STATISTICS}) {
        fx(() -> done(() -> window.execute(page)));
        picture(window, "queue-" + page.name().toLowerCase(java.util.Locale.ROOT) + end);
      }
      fx(() -> done(() -> window.execute(Command.SOURCE)));
    }
    run(window, "process-pool", Map.of("seed", "3"));
    picture(window, "pool" + end);
    run(window, "lock-and-lost-updates", Map.of("lock", "on", "loops", "20000"));
    picture(window, "lock" + end);
    fx(() -> done(() -> zoom(window, 24_000)));
    picture(window, "lock-zoomed" + end);
    for (int i = 0; i < 10; i++) {
      run(window, "lock-and-lost-updates", Map.of("lock", "off"));
      if (fx(() -> frame(window).timeline().variables().getFirst().lostUpdates()) > 0) {
        break;
      }
    }
    picture(window, "race-all" + end);
    fx(() -> done(() -> window.execute(Command.NEXT_LOST)));
    picture(window, "race" + end);
    fx(() -> done(() -> window.stage().hide()));
  }

  private static void zoom(Window window, long length) {
    Timeline timeline = frame(window).timeline();
    long at = timeline.start() + (timeline.now() - timeline.start()) * 6 / 10;
    window.session().seek(at + length / 3);
    window.workbench().timeline().jumpTo(interleave.timeline.layout.Viewport.of(at, at + length));
  }

  private void run(Window window, String id, Map<String, String> values) throws Exception {
    Scenario scenario = Catalogue.scenario(id);
    int before = fx(() -> frame(window).take());
    fx(() -> done(() -> window.run(new Program.Lesson(scenario, values))));
    await(window, f -> f.take() > before && f.phase() == Session.Phase.RECORDED);
  }

  private static void await(Window window, Predicate<Frame> wanted) throws Exception {
    long since = System.nanoTime();
    while (!fx(() -> wanted.test(frame(window)))) {
      if (System.nanoTime() - since > PATIENCE_NS) {
        throw new IllegalStateException("waited too long for " + fx(() -> frame(window)));
      }
      pulses(2);
    }
  }

  private static Frame frame(Window window) {
    return window.session().frame(System.nanoTime());
  }

  /** Waits until that many frames were painted. */
  private static void pulses(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      CompletableFuture<Void> painted = new CompletableFuture<>();
      fx(
          () ->
              done(
                  () ->
                      new javafx.animation.AnimationTimer() {
                        @Override
                        public void handle(long now) {
                          stop();
                          painted.complete(null);
                        }
                      }.start()));
      painted.get(20, TimeUnit.SECONDS);
    }
  }

  private void picture(Window window, String name) throws Exception {
    pulses(40);
    fx(
        () ->
            done(
                () -> {
                  try {
                    Pictures.write(
                        Pictures.take(window.stage().getScene().getRoot(), 1, Color.WHITE),
                        folder.resolve(name + ".png"));
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                }));
    System.out.println(folder.resolve(name + ".png"));
  }

  private static Boolean done(Runnable action) {
    action.run();
    return true;
  }

  private static <T> T fx(Callable<T> action) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(action.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return result.get(60, TimeUnit.SECONDS);
  }
}

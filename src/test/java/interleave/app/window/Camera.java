package interleave.app.window;

import interleave.engine.Interpreter;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.view.export.Pictures;
import interleave.view.session.Frame;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.view.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/** A window of a certain size in which recorded scenarios are photographed. */
final class Camera implements AutoCloseable {
  private static final int MOST_FRAMES = 900;

  private final Window window;

  Camera(Theme theme, int width, int height, List<Recorded> recordings) throws Exception {
    WindowSettings settings =
        WindowSettings.in(Files.createTempDirectory("camera").resolve("window.properties"));
    settings.put("theme", theme.word());
    settings.put("width", width);
    settings.put("height", height);
    Map<String, Recorded> byId =
        recordings.stream().collect(Collectors.toMap(Recorded::id, Function.identity()));
    window =
        Fx.get(
            () -> {
              theme.install();
              Window made = new Window(new Stage(), settings, new Shelf(byId));
              made.show();
              return made;
            });
  }

  /** The window before anything was run. */
  Image before(Recorded recorded) throws Exception {
    Fx.run(() -> window.workbench().gallery().select(recorded.id()));
    Fx.frames(3);
    return picture();
  }

  /** The window with what was recorded, the first answer being foretold. */
  Image take(Recorded recorded) throws Exception {
    int before = Fx.get(() -> frame().take());
    Fx.run(
        () -> {
          window.workbench().gallery().select(recorded.id());
          window.session().choose(recorded.program());
          window.session().guess(recorded.program().scenario().question().answers().getFirst());
          window.run(recorded.program());
        });
    for (int i = 0; i < MOST_FRAMES && Fx.get(() -> frame().take() == before); i++) {
      Fx.frames(1);
    }
    for (int i = 0; i < MOST_FRAMES && Fx.get(() -> !painted()); i++) {
      Fx.frames(1);
    }
    Fx.frames(6);
    return picture();
  }

  /** Whether the timeline in the window is that of the frame. */
  private boolean painted() {
    return window.workbench().timelines().timeline().shownUntil() == frame().timeline().now();
  }

  Window window() {
    return window;
  }

  private Frame frame() {
    return window.session().frame(System.nanoTime());
  }

  Image picture() throws Exception {
    return Fx.get(
        () -> Pictures.take(window.stage().getScene().getRoot(), 1, Color.WHITE).pixels());
  }

  @Override
  public void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  /** Where runs are taken from that were made before. */
  private record Shelf(Map<String, Recorded> recordings) implements RunSource {
    @Override
    public RecordedRun run(Program program) throws IOException {
      Recorded recorded =
          program instanceof Program.Lesson lesson ? recordings.get(lesson.scenario().id()) : null;
      if (recorded == null) {
        throw new IOException("Nothing was recorded of " + program.title() + ".");
      }
      return recorded;
    }

    @Override
    public List<Interpreter> pythons() {
      return Program.PYTHONS.all(Path.of("").toAbsolutePath());
    }

    @Override
    public RecordedRun open(Path file, Progress progress) throws IOException {
      throw new IOException("No file is opened here.");
    }
  }
}

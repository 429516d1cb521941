package interleave.app.window;

import interleave.engine.sample.StackSampler;
import interleave.program.RunOrigin;
import interleave.scenario.Catalogue;
import interleave.view.theme.Theme;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;

/** Starts JavaFX with one window. */
public final class WindowApplication extends Application {
  /** What the window begins with; JavaFX makes this class itself and hands nothing over. */
  private static final AtomicReference<Optional<RunOrigin>> FIRST =
      new AtomicReference<>(Optional.empty());

  /** At which interval stacks are sampled whatever the settings say; 0 for as they say. */
  private static final AtomicLong SAMPLES_NS = new AtomicLong();

  /** Whether it begins in the teacher's view whatever the settings say. */
  private static final AtomicBoolean TEACHER = new AtomicBoolean();

  /** The window begins in the teacher's view. */
  static void teach() {
    TEACHER.set(true);
  }

  /** Opens the window and comes back when it was closed. At most once in a process. */
  static void open(Optional<RunOrigin> first, long samplesNs) {
    FIRST.set(first);
    SAMPLES_NS.set(samplesNs);
    Thread.ofPlatform().daemon().name("lessons").start(Catalogue::all); // while JavaFX begins
    Application.launch(WindowApplication.class);
  }

  /** What the toolkit was about to paint when it is told to end is of no interest to anybody. */
  @Override
  public void stop() {
    Thread thread = Thread.currentThread();
    Thread.UncaughtExceptionHandler usual = thread.getUncaughtExceptionHandler();
    thread.setUncaughtExceptionHandler(
        (where, e) -> {
          if (!(e instanceof RejectedExecutionException)) {
            usual.uncaughtException(where, e);
          }
        });
  }

  private static long samplesNs(WindowSettings settings) {
    long asked = SAMPLES_NS.get();
    return asked > 0 || !settings.samples() ? asked : StackSampler.INTERVAL_NS;
  }

  @Override
  public void start(Stage stage) {
    WindowSettings settings =
        WindowSettings.in(
            WindowSettings.file(
                System.getProperty("os.name", ""),
                System::getenv,
                Path.of(System.getProperty("user.home", "."))));
    UiLanguage.ofWindow(settings);
    Theme.of(settings.text("theme", Theme.LIGHT.word())).install();
    Window window =
        new Window(
            stage,
            settings,
            new EngineRunSource(
                new KeptRecordings(settings.recordings(), settings::remember),
                settings::keepsSources,
                () -> samplesNs(settings)));
    window.showFolders(folder -> getHostServices().showDocument(folder.toUri().toString()));
    if (TEACHER.get()) {
      window.teach();
    }
    window.show();
    window.recover();
    FIRST.get().ifPresent(window::trust);
    FIRST.get().ifPresent(window::run);
  }
}

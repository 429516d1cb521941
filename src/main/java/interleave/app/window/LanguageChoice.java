package interleave.app.window;

import interleave.engine.Interpreter;
import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.view.python.PythonMenu;
import interleave.view.python.Pythons;
import interleave.view.session.Session;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * In which language scenarios run, and which Python runs them: what was chosen last, for every
 * scenario that is chosen from now on and the next time the window opens.
 */
final class LanguageChoice implements PythonMenu.Actions {
  private static final String LANGUAGE = "program-language";
  private static final String PYTHON = "python";

  private final Session session;
  private final WindowSettings settings;
  private final SystemDialogs doors;
  private final Pythons pythons;

  LanguageChoice(Session session, WindowSettings settings, SystemDialogs doors, Pythons pythons) {
    this.session = session;
    this.settings = settings;
    this.doors = doors;
    this.pythons = pythons;
    pythons
        .knownProperty()
        .addListener(
            (_, before, known) -> {
              if (!known.chosen().equals(before.chosen())) {
                use(known.chosen());
              }
            });
  }

  /** The Python that was used last. */
  static Optional<Path> lastUsed(WindowSettings settings) {
    try {
      return Optional.of(settings.text(PYTHON, "")).filter(path -> !path.isBlank()).map(Path::of);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** A scenario in the language that was chosen last, if it has a program in it. */
  Program.Lesson of(Scenario scenario) {
    String last = settings.text(LANGUAGE, ProgramLanguage.JAVA.id());
    return Program.Lesson.of(scenario)
        .in(
            last.equals(ProgramLanguage.PYTHON.id())
                ? ProgramLanguage.PYTHON
                : ProgramLanguage.JAVA)
        .by(pythons.known().chosen());
  }

  /** From now on scenarios run in that language. */
  void choose(ProgramLanguage language) {
    if (session.chosen().isPresent() && session.chosen().get() instanceof Program.Lesson lesson) {
      if (!lesson.scenario().languages().contains(language)) {
        return;
      }
      session.choose(lesson.in(language).by(pythons.known().chosen()));
    }
    settings.put(LANGUAGE, language.id());
    settings.save();
  }

  /** Steps of Python programs are observed from now on, or no longer. */
  void toggleObserving() {
    if (session.chosen().isPresent()
        && session.chosen().get() instanceof Program.Lesson lesson
        && lesson.isObservable()) {
      session.choose(lesson.observing(!lesson.observing()));
    }
  }

  @Override
  public void choose(Interpreter interpreter) {
    pythons.choose(interpreter);
    choose(ProgramLanguage.PYTHON);
  }

  @Override
  public Optional<Path> marked() {
    return pythons.known().used().map(Interpreter::path);
  }

  @Override
  public void another() {
    doors.python().ifPresent(pythons::choose);
  }

  private void use(Optional<Path> python) {
    settings.put(PYTHON, python.map(Path::toString).orElse(""));
    settings.save();
    if (session.chosen().isPresent() && session.chosen().get() instanceof Program.Lesson lesson) {
      session.choose(lesson.by(python));
    }
  }
}

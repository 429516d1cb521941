package interleave.app.command.exercise;

import interleave.app.command.ExitCode;
import interleave.app.command.ScenarioIds;
import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.engine.Installation;
import interleave.exercise.Attempt;
import interleave.exercise.ExerciseCheck;
import interleave.scenario.Catalogue;
import interleave.scenario.Exercise;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a lesson asks to be written, and whether a file does that in all orders. */
@Command(name = "exercise", mixinStandardHelpOptions = true, sortOptions = false)
public final class ExerciseCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app/exercise");

  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "LESSON",
      descriptionKey = "exercise.lesson",
      completionCandidates = ScenarioIds.class)
  private @Nullable String id;

  @Option(names = "--python", descriptionKey = "exercise.python")
  private boolean python;

  @Option(names = "--start", paramLabel = "DIR", descriptionKey = "exercise.start")
  private @Nullable Path start;

  @Option(
      names = "--hints",
      arity = "0..1",
      paramLabel = "N",
      fallbackValue = "1000",
      descriptionKey = "exercise.hints")
  private int hints;

  @Option(names = "--solution", descriptionKey = "exercise.solution")
  private boolean solution;

  @Option(names = "--check", arity = "1..*", paramLabel = "FILE", descriptionKey = "exercise.check")
  private List<Path> files = List.of();

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "exercise.seconds")
  private double seconds = ExerciseCheck.USUAL.toSeconds();

  @Option(names = "--json", paramLabel = "F.json", descriptionKey = "exercise.json")
  private @Nullable Path json;

  @Option(names = "--java", paramLabel = "PATH", descriptionKey = "run.java")
  private @Nullable Path java;

  public ExerciseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!(seconds > 0 && seconds < 1e9)) {
      throw new UsageException(WORDS.get("usage.seconds"));
    }
    if (id == null) {
      if (!files.isEmpty() || start != null || solution || hints > 0) {
        throw new UsageException(WORDS.get("usage.which", known()));
      }
      list();
      return 0;
    }
    Scenario lesson = lesson(id);
    if (!files.isEmpty()) {
      Duration time = Duration.ofNanos((long) (seconds * 1e9));
      return new FileChecks(terminal, lesson, Installation.find(java), time)
          .of(attempts(lesson), json);
    }
    ProgramLanguage language = language(lesson);
    if (start != null) {
      begin(Attempt.start(lesson, language), start);
    } else if (solution) {
      Attempt.solution(lesson, language).text().lines().forEach(terminal::line);
    } else {
      tell(lesson, language);
    }
    return 0;
  }

  private static String known() {
    return String.join(
        ", ",
        Catalogue.all().stream()
            .filter(each -> each.exercise().isPresent())
            .map(Scenario::id)
            .toList());
  }

  private static Scenario lesson(String id) {
    Scenario lesson = ScenarioIds.find(id);
    if (lesson.exercise().isEmpty()) {
      throw new UsageException(WORDS.get("usage.none", id, known()));
    }
    return lesson;
  }

  private void list() {
    for (Scenario lesson : Catalogue.all()) {
      lesson
          .exercise()
          .ifPresent(each -> terminal.line(String.format("  %-26s %s", lesson.id(), each.task())));
    }
  }

  private ProgramLanguage language(Scenario lesson) {
    ProgramLanguage wanted = python ? ProgramLanguage.PYTHON : lesson.usual();
    for (ProgramLanguage each : List.of(wanted, ProgramLanguage.JAVA, ProgramLanguage.PYTHON)) {
      if (Attempt.in(lesson, each) && (each == wanted || !python)) {
        return each;
      }
    }
    throw new UsageException(WORDS.get("usage.language", lesson.id(), wanted.title()));
  }

  /** Each file in the language that its name tells. */
  private List<FileChecks.Checked> attempts(Scenario lesson) throws IOException {
    List<FileChecks.Checked> attempts = new ArrayList<>();
    for (Path file : files) {
      ProgramLanguage language =
          python || file.toString().endsWith(".py") ? ProgramLanguage.PYTHON : ProgramLanguage.JAVA;
      if (!Attempt.in(lesson, language)) {
        throw new UsageException(WORDS.get("usage.language", lesson.id(), language.title()));
      }
      if (!Files.isRegularFile(file)) {
        throw new UsageException(WORDS.get("usage.file", file));
      }
      attempts.add(
          new FileChecks.Checked(file, new Attempt(lesson, language, Files.readString(file))));
    }
    return attempts;
  }

  private void begin(Attempt attempt, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(attempt.file());
    if (Files.exists(file)) {
      throw new UsageException(WORDS.get("usage.there", file));
    }
    Files.writeString(file, attempt.text());
    attempt.lesson().data().layOut(folder);
    terminal.line(file.toString());
    terminal.line(attempt.exercise().task());
    terminal.line(WORDS.get("next", attempt.lesson().id(), file));
  }

  private void tell(Scenario lesson, ProgramLanguage language) {
    Exercise exercise = lesson.exercise().orElseThrow();
    terminal.line(lesson.title());
    terminal.line(exercise.task());
    List<String> all = exercise.hints();
    int shown = Math.clamp(hints, 0, all.size());
    for (int i = 0; i < shown; i++) {
      terminal.line(WORDS.get("hint", i + 1, all.get(i)));
    }
    if (shown < all.size()) {
      terminal.line(WORDS.count("hints", all.size() - shown));
    }
    if (shown == 0) {
      terminal.line("");
      Attempt.start(lesson, language).text().lines().forEach(line -> terminal.line("    " + line));
    }
  }

  /** The exit code of what is worse is that of all of them. */
  static int worse(int code, int other) {
    List<Integer> best = List.of(0, FileChecks.UNDECIDED, ExitCode.NOT_STARTED, FileChecks.BROKEN);
    return best.indexOf(code) < 0 || best.indexOf(code) > best.indexOf(other) ? code : other;
  }
}

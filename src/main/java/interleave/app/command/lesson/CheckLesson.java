package interleave.app.command.lesson;

import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.engine.Installation;
import interleave.engine.StartException;
import interleave.lesson.Answers;
import interleave.program.Program;
import interleave.scenario.Check;
import interleave.scenario.FoundLesson;
import interleave.scenario.LessonPlace;
import interleave.scenario.LessonProblem;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.scenario.Try;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads lessons, runs their programs in each language, and says what these answered. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckLesson implements Callable<Integer> {
  private static final Words WORDS = Words.of("app/lesson");

  /** Something is wrong with a lesson. */
  private static final int WRONG = 1;

  private final Terminal terminal;
  private int wrong;

  @Parameters(arity = "1..*", paramLabel = "DIR", descriptionKey = "lesson.folders")
  private List<Path> places = List.of();

  @Option(names = "--tries", descriptionKey = "lesson.tries")
  private boolean tries;

  @Option(names = "--timeout", paramLabel = "S", descriptionKey = "lesson.timeout")
  private double timeout = 60;

  CheckLesson(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!(timeout > 0 && timeout < 1e6)) {
      throw new UsageException(WORDS.get("check.timeout"));
    }
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new UsageException(WORDS.get("no-place", place));
      }
      List<FoundLesson> found = LessonPlace.read(place);
      if (found.isEmpty()) {
        wrong(WORDS.get("check.none", place));
      }
      for (FoundLesson each : found) {
        each.told().lines().forEach(this::wrong);
        if (each.lesson().isPresent()) {
          check(each.lesson().get());
        }
        if (tries && each.lesson().flatMap(Scenario::exercise).isPresent()) {
          exercise(each, each.lesson().get());
        }
      }
    }
    return wrong == 0 ? 0 : WRONG;
  }

  private void wrong(String sentence) {
    wrong++;
    terminal.line(sentence);
  }

  private void check(Scenario lesson) throws StartException {
    terminal.line(WORDS.get("check.lesson", lesson.id(), lesson.title()));
    LessonTrial trial = new LessonTrial(Installation.find(), longest());
    for (ProgramLanguage language : lesson.languages()) {
      Check check = lesson.question().check(language);
      if (!check.evaluation().isEmpty() && !Answers.evaluations().contains(check.evaluation())) {
        wrong(
            "  "
                + WORDS.get(
                    "check.evaluation",
                    check.evaluation(),
                    String.join(", ", Answers.evaluations())));
      }
      run(trial, lesson, language, Map.of(), language.title());
      for (Try each : tries ? lesson.tries(language) : List.<Try>of()) {
        run(trial, lesson, language, each.parameters(), language.title() + ", " + each.label());
      }
    }
  }

  private Duration longest() {
    return Duration.ofMillis(Math.round(timeout * 1000));
  }

  private void exercise(FoundLesson found, Scenario lesson) throws IOException {
    ExerciseTrial trial = new ExerciseTrial(terminal, lesson, Installation.find(), longest());
    for (LessonProblem each : trial.problems()) {
      wrong(found.told(each));
    }
  }

  private void run(
      LessonTrial trial,
      Scenario lesson,
      ProgramLanguage language,
      Map<String, String> values,
      String called) {
    try {
      LessonTrial.Outcome outcome = trial.of(new Program.Lesson(lesson, values, language));
      terminal.line("  " + called + ": " + outcome.ending());
      outcome.reveal().ifPresent(it -> terminal.line("    " + it.sentence()));
      if (outcome.failed()) {
        wrong("    " + WORDS.get("check.failed"));
        outcome.errors().forEach(line -> terminal.line("    | " + line));
      } else if (lesson.question().isAsked() && outcome.reveal().isEmpty()) {
        wrong("    " + WORDS.get("check.unanswered"));
      }
    } catch (StartException e) {
      wrong("  " + called + ": " + e.getMessage());
    }
  }
}

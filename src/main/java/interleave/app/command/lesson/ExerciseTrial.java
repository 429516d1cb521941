package interleave.app.command.lesson;

import interleave.app.command.Terminal;
import interleave.app.command.exercise.ShownCheck;
import interleave.engine.Installation;
import interleave.exercise.Attempt;
import interleave.exercise.Mistake;
import interleave.exercise.Verdict;
import interleave.exercise.Verdict.Outcome;
import interleave.scenario.Exercise;
import interleave.scenario.LessonProblem;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries the exercise of a lesson as its learners will: what they begin with has to fail, and the
 * solution has to hold.
 */
final class ExerciseTrial {
  private static final Words WORDS = Words.of("app/lesson");
  private static final String LESSON = "lesson.toml";

  /** Where a run is asked and not all orders, chance may be kind to what is broken. */
  private static final int MOST_RUNS = 5;

  private final Terminal terminal;
  private final Scenario lesson;
  private final ShownCheck checks;
  private final List<LessonProblem> problems = new ArrayList<>();

  ExerciseTrial(Terminal terminal, Scenario lesson, Installation installation, Duration longest) {
    this.terminal = terminal;
    this.lesson = lesson;
    checks = new ShownCheck(terminal, installation, longest, WORDS, "exercise.progress");
  }

  /** Tries it in each language, and returns what is wrong with it. */
  List<LessonProblem> problems() throws IOException {
    for (ProgramLanguage language : ProgramLanguage.values()) {
      Exercise.Code code = lesson.exercise().orElseThrow().codes().get(language);
      if (code != null) {
        Verdict start = tried(Attempt.start(lesson, language), "start");
        if (start.outcome() != Outcome.BROKEN) {
          wrong(code.start(), start, "start");
        }
        Verdict solution = tried(Attempt.solution(lesson, language), "solution");
        if (!solution.isPassed()) {
          wrong(code.solution(), solution, "solution");
        }
      }
    }
    return problems;
  }

  private void wrong(Exercise.Source source, Verdict verdict, String which) {
    String key = verdict.outcome() == Outcome.HOLDS_SO_FAR ? ".far" : "";
    String says = WORDS.get("check." + which + key, source.name(), verdict.says());
    problems.add(new LessonProblem(LESSON, source.line(), says));
    for (Mistake each : verdict.mistakes()) {
      problems.add(new LessonProblem(source.name(), each.line(), each.says()));
    }
  }

  private Verdict tried(Attempt attempt, String which) throws IOException {
    boolean byChance = which.equals("start") && attempt.exercise().endings().isEmpty();
    Verdict verdict = checks.of(attempt);
    for (int i = 1; byChance && i < MOST_RUNS && verdict.outcome() == Outcome.HOLDS; i++) {
      verdict = checks.of(attempt);
    }
    String called = WORDS.get("exercise." + which, attempt.language().title());
    terminal.line("  " + called + ": " + verdict.says());
    return verdict;
  }
}

package interleave.exercise;

import interleave.engine.Installation;
import interleave.exercise.Verdict.Outcome;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.io.IOException;
import java.util.List;

/**
 * Tries every exercise in each of its languages: what one begins with must break in some order, the
 * solution must hold in all. Takes a few minutes, so it is run by hand; those that are named, or
 * all.
 */
final class EveryExercise {
  private static int wrong;

  private EveryExercise() {}

  public static void main(String[] ids) throws IOException {
    Installation installation = Installation.find();
    for (Scenario lesson : Catalogue.all()) {
      if (lesson.exercise().isEmpty() || ids.length > 0 && !List.of(ids).contains(lesson.id())) {
        continue;
      }
      for (ProgramLanguage language : lesson.exercise().get().codes().keySet()) {
        check(installation, Attempt.start(lesson, language), Outcome.BROKEN);
        check(installation, Attempt.solution(lesson, language), Outcome.HOLDS);
      }
    }
    System.exit(wrong == 0 ? 0 : 1);
  }

  private static void check(Installation installation, Attempt attempt, Outcome wanted)
      throws IOException {
    long begin = System.nanoTime();
    Verdict verdict =
        new ExerciseCheck(attempt, installation, ExerciseCheck.USUAL).run((_, _) -> {});
    wrong += verdict.outcome() == wanted ? 0 : 1;
    System.out.printf(
        "%-6s %-22s %-7s %4.1f s  %s%n",
        verdict.outcome() == wanted ? "ok" : "WRONG",
        attempt.lesson().id(),
        attempt.language().title(),
        (System.nanoTime() - begin) / 1e9,
        verdict.says());
  }
}

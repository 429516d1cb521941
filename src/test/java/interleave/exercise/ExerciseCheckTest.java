package interleave.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.engine.Installation;
import interleave.exercise.Verdict.Outcome;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** One exercise in each language; {@code EveryExercise} tries all of them. */
class ExerciseCheckTest {
  private static Verdict verdict(Attempt attempt) throws IOException {
    return new ExerciseCheck(attempt, Installation.find(), ExerciseCheck.USUAL).run((_, _) -> {});
  }

  private static Scenario lesson(String id) {
    return Catalogue.find(id).orElseThrow();
  }

  @Test
  void whatOneBeginsWithInJavaIsBrokenAndTheOrderToldThatDoesIt() throws Exception {
    Verdict verdict = verdict(Attempt.start(lesson("thread-local"), ProgramLanguage.JAVA));
    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.says()).contains("mistaken = 1", "in this order: 0 1 2");
  }

  @Test
  void theSolutionInPythonHoldsInAllOrders() throws Exception {
    Verdict verdict = verdict(Attempt.solution(lesson("deadlock"), ProgramLanguage.PYTHON));
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(verdict.says()).isEqualTo("Holds in all 82 interleavings tried.");
  }

  @Test
  void whatDoesNotCompileIsNotRun() throws Exception {
    Attempt attempt = new Attempt(lesson("deadlock"), ProgramLanguage.JAVA, "class Transfer {\n");
    Verdict verdict = verdict(attempt);
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_COMPILED);
    assertThat(verdict.mistakes()).isNotEmpty();
  }

  @Test
  void whatIsCancelledBeforehandTriesNothing() throws Exception {
    Attempt attempt = Attempt.start(lesson("deadlock"), ProgramLanguage.PYTHON);
    ExerciseCheck check = new ExerciseCheck(attempt, Installation.find(), ExerciseCheck.USUAL);
    check.cancel();
    assertThat(check.run((_, _) -> {}).outcome()).isEqualTo(Outcome.CANCELLED);
  }
}

package interleave.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.exercise.Verdict.Outcome;
import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.explore.Limits;
import interleave.explore.Progress;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.laboratory.Experiment;
import interleave.scenario.Exercise;
import interleave.scenario.expression.Expression;
import interleave.scenario.expression.ExpressionException;
import interleave.scenario.expression.Vocabulary;
import interleave.words.Words;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final String ASKED =
      "not deadlocked and not failed and variables['balance'].value == 4";

  private static Exercise exercise(String endings, int preemptions) throws ExpressionException {
    return new Exercise(
        Words.of("exercise"),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.of(Expression.condition(endings, Vocabulary.ENDING)),
        Map.of(),
        preemptions);
  }

  private static Endings.Group group(Ending.Kind kind, Map<String, String> values, int... order) {
    Ending ending = new Ending(kind, "", values, "", List.of());
    List<ThreadId> schedule =
        java.util.Arrays.stream(order)
            .mapToObj(each -> ThreadId.of(Integer.toString(each)).orElseThrow())
            .toList();
    Trace trace = new Trace(Map.of(), Map.of(), List.of(), List.of(), ending, List.of());
    return new Endings.Group(ending, 1, Optional.empty(), 0, schedule, trace);
  }

  private static Experiment.Findings found(int completed, Endings.Group... groups) {
    Endings endings =
        new Endings(List.of(groups), 0, Optional.empty(), Optional.of(BigInteger.valueOf(12_345)));
    Progress progress = new Progress(7, 7, 2, completed, 0, 0, 0, 0, List.of(), Map.of());
    return new Experiment.Findings(
        endings, progress, Map.of(), Experiment.End.TRIED, Optional.empty(), 0, Duration.ZERO);
  }

  private static Verdict verdict(Experiment.Findings findings) throws ExpressionException {
    return new Judgement(exercise(ASKED, -1)).of(findings);
  }

  @Test
  void whatHoldsInAllOrdersHoldsWhateverTheClassOfItsVariable() throws Exception {
    Endings.Group java = group(Ending.Kind.DONE, Map.of("Account.balance", "4"));
    Endings.Group python = group(Ending.Kind.DONE, Map.of("balance", "4"));
    Verdict verdict = verdict(found(Limits.NONE, java, python));
    assertThat(verdict.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(verdict.says()).isEqualTo("Holds in all 12,345 interleavings tried.");
  }

  @Test
  void theEndingThatBreaksItIsToldWithItsShortestOrder() throws Exception {
    Endings.Group good = group(Ending.Kind.DONE, Map.of("Account.balance", "4"));
    Endings.Group longer = group(Ending.Kind.DONE, Map.of("Account.balance", "2"), 1, 2, 1);
    Endings.Group shorter = group(Ending.Kind.DONE, Map.of("Account.balance", "3"), 1, 2);
    Verdict verdict = verdict(found(Limits.NONE, good, longer, shorter));
    assertThat(verdict.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(verdict.breaking()).contains(shorter);
    assertThat(verdict.says()).isEqualTo("balance = 3, in this order: 1 2");
  }

  @Test
  void nothingIsPromisedBeyondWhatWasTried() throws Exception {
    Endings.Group good = group(Ending.Kind.DONE, Map.of("balance", "4"));
    Verdict unbounded = verdict(found(2, good));
    assertThat(unbounded.outcome()).isEqualTo(Outcome.HOLDS_SO_FAR);
    assertThat(unbounded.says()).contains("up to 2 preemptions").doesNotContain("correct");
    Verdict bounded = new Judgement(exercise(ASKED, 2)).of(found(2, good));
    assertThat(bounded.outcome()).isEqualTo(Outcome.HOLDS);
    assertThat(bounded.says()).contains("up to 2 preemptions");
  }

  @Test
  void aVariableThatIsGoneDoesNotCountAsNought() throws Exception {
    Judgement judgement = new Judgement(exercise("variables['early'].value == 0", -1));
    Verdict verdict =
        judgement.of(found(Limits.NONE, group(Ending.Kind.DONE, Map.of("Relay.late", "0"))));
    assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
    assertThat(verdict.says()).contains("early");
  }

  @Test
  void aRunThatGoesOnForEverIsNotPassed() throws Exception {
    Endings.Group good = group(Ending.Kind.DONE, Map.of("balance", "4"));
    Endings.Group endless = group(Ending.Kind.STEPS, Map.of());
    assertThat(verdict(found(Limits.NONE, good, endless)).outcome()).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void fieldsOfSeveralObjectsAreAddedUp() throws Exception {
    Judgement judgement = new Judgement(exercise("variables['balance'].value == 200", -1));
    Endings.Group both =
        group(Ending.Kind.DONE, Map.of("Account.balance", "110", "Account.balance@2", "90"));
    assertThat(judgement.of(found(Limits.NONE, both)).isPassed()).isTrue();
  }
}

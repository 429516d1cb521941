package interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.explore.Operation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LossesTest {
  private static final int SPOON = 1;

  private final List<Step> steps = new ArrayList<>();

  private LossesTest then(String thread, Kind kind) {
    Operation operation = new Operation(kind, SPOON, "", Operation.Place.UNKNOWN);
    steps.add(new Step(new ThreadId(thread), operation, List.of(), "", false));
    return this;
  }

  private int lost() {
    Ending ending = new Ending(Ending.Kind.DONE, "", Map.of(), "", List.of());
    return Losses.of(new Trace(Map.of(), Map.of(), steps, List.of(), ending, List.of()));
  }

  @Test
  void whoWritesToWhatAnotherHasWrittenSinceItReadLosesThat() {
    then("1", Kind.READ).then("2", Kind.READ).then("1", Kind.WRITE).then("2", Kind.WRITE);
    assertThat(lost()).isEqualTo(1);
  }

  @Test
  void whoLooksAgainHasReadAgain() {
    for (Kind look : List.of(Kind.SPIN, Kind.AWAIT)) {
      steps.clear();
      then("1", Kind.READ).then("2", Kind.READ).then("2", Kind.WRITE).then("1", look);
      then("1", Kind.WRITE);
      assertThat(lost()).as(look.name()).isZero();
    }
  }

  @Test
  void whatAThreadWroteItselfInOneStepIsNotLostByIt() {
    then("1", Kind.READ).then("1", Kind.UPDATE).then("1", Kind.WRITE);
    assertThat(lost()).isZero();
  }

  @Test
  void whatAnotherWroteInOneStepIsLost() {
    then("1", Kind.READ).then("2", Kind.UPDATE).then("1", Kind.WRITE);
    assertThat(lost()).isEqualTo(1);
  }
}

package interleave.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is lost in a run: of variables, of parts of collections, and of what these are. */
class LossesTest {
  private static final ThreadId A = ThreadId.of("1").orElseThrow();
  private static final ThreadId B = ThreadId.of("2").orElseThrow();

  private final List<Step> steps = new ArrayList<>();
  private String type = SharedObject.COLLECTION;

  @Test
  void whatAnotherWroteToTheSameKeySinceOneLookedIsLost() {
    step(A, Operation.Kind.READ, "[apple]");
    step(B, Operation.Kind.READ, "[apple]");
    step(B, Operation.Kind.WRITE, "[apple] = 1");
    step(A, Operation.Kind.WRITE, "[apple] = 1");
    assertThat(lost()).isOne();
  }

  @Test
  void anotherKeyIsAnotherThing() {
    step(A, Operation.Kind.READ, "[apple]");
    step(B, Operation.Kind.READ, "[pear]");
    step(B, Operation.Kind.WRITE, "[pear] = 1");
    step(A, Operation.Kind.WRITE, "[apple] = 1");
    assertThat(lost()).isZero();
  }

  @Test
  void aChangeThatBeganBeforeAnotherWasWrittenUndoesIt() {
    step(A, Operation.Kind.UPDATE, "");
    step(B, Operation.Kind.UPDATE, "");
    step(B, Operation.Kind.WRITE, "");
    step(A, Operation.Kind.WRITE, "");
    assertThat(lost()).isOne();
  }

  @Test
  void changesOneAfterTheOtherLoseNothing() {
    step(A, Operation.Kind.UPDATE, "");
    step(A, Operation.Kind.WRITE, "");
    step(B, Operation.Kind.UPDATE, "");
    step(B, Operation.Kind.WRITE, "");
    assertThat(lost()).isZero();
  }

  @Test
  void aVariableIsOneThingWhateverIsWritten() {
    type = "variable";
    step(A, Operation.Kind.READ, "");
    step(B, Operation.Kind.UPDATE, "");
    step(A, Operation.Kind.WRITE, "[5] = 1");
    assertThat(lost()).isOne();
  }

  @Test
  void whoLooksAgainHasReadAgain() {
    type = "variable";
    for (Operation.Kind look : List.of(Operation.Kind.SPIN, Operation.Kind.AWAIT)) {
      steps.clear();
      step(A, Operation.Kind.READ, "");
      step(B, Operation.Kind.READ, "");
      step(B, Operation.Kind.WRITE, "");
      step(A, look, "");
      step(A, Operation.Kind.WRITE, "");
      assertThat(lost()).as(look.name()).isZero();
    }
  }

  @Test
  void whatAThreadWroteItselfInOneStepIsNotLostByIt() {
    type = "variable";
    step(A, Operation.Kind.READ, "");
    step(A, Operation.Kind.UPDATE, "");
    step(A, Operation.Kind.WRITE, "");
    assertThat(lost()).isZero();
  }

  private void step(ThreadId thread, Operation.Kind kind, String detail) {
    Operation operation = new Operation(kind, 1, detail, Operation.Place.UNKNOWN);
    steps.add(new Step(thread, operation, List.of(A, B), "", false));
  }

  private int lost() {
    Ending ending = new Ending(Ending.Kind.DONE, "", Map.of(), "", List.of());
    Map<Integer, SharedObject> objects = Map.of(1, new SharedObject(1, type, "stock"));
    return Losses.of(new Trace(Map.of(), objects, steps, List.of(), ending, List.of()));
  }
}

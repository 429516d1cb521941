package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.explore.Ending;
import interleave.explore.Operation;
import interleave.explore.SharedObject;
import interleave.explore.Step;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of operations and endings. */
class EndingSentenceTest {
  private static Trace trace(Map<String, String> values, String... names) {
    Map<Integer, SharedObject> objects = new TreeMap<>();
    for (int i = 0; i < names.length; i++) {
      objects.put(i + 1, new SharedObject(i + 1, "field", names[i]));
    }
    Ending ending = new Ending(Ending.Kind.DONE, "", values, "", List.of());
    return new Trace(
        Map.of(ThreadId.MAIN, "main"), objects, List.of(), List.of(), ending, List.of());
  }

  private static String says(Operation.Kind kind, String detail, Trace trace) {
    return EndingSentence.of(new Operation(kind, 1, detail, Operation.Place.UNKNOWN), "", trace);
  }

  @Test
  void aFieldIsCalledWithoutItsClass() {
    Trace trace =
        trace(Map.of("Bank.balance", "5", "Bank.limit", "3"), "Bank.balance", "Bank.limit");
    assertThat(says(Operation.Kind.WRITE, "5", trace)).isEqualTo("writes balance = 5");
    assertThat(says(Operation.Kind.READ, "", trace)).isEqualTo("reads balance");
    assertThat(EndingSentence.of(trace))
        .contains("balance = 5", "limit = 3")
        .doesNotContain("Bank");
  }

  @Test
  void whereTwoClassesHaveAFieldOfThatNameItIsSaidWhose() {
    Trace trace = trace(Map.of("A.left", "1", "B.left", "2"), "A.left", "B.left");
    assertThat(says(Operation.Kind.WRITE, "5", trace)).isEqualTo("writes A.left = 5");
    assertThat(EndingSentence.of(trace)).contains("A.left = 1", "B.left = 2");
  }

  @Test
  void soItIsWhereSomebodyWaitsForIt() {
    Ending.Wait wait =
        new Ending.Wait(ThreadId.MAIN, Operation.Kind.LOCK, "Bank.lock", Optional.empty());
    Ending ending = new Ending(Ending.Kind.DEADLOCK, "", Map.of(), "", List.of(wait));
    Trace trace =
        new Trace(
            Map.of(ThreadId.MAIN, "main"),
            Map.of(1, new SharedObject(1, "lock", "Bank.lock")),
            List.of(),
            List.of(),
            ending,
            List.of());
    assertThat(EndingSentence.of(trace)).isEqualTo("deadlock: main waits for lock");
  }

  @Test
  void aThreadIsNamedOnce() {
    SharedObject thread = new SharedObject(1, SharedObject.THREAD, "1");
    Ending ending = new Ending(Ending.Kind.DONE, "", Map.of(), "", List.of());
    ThreadId one = ThreadId.MAIN.child(1);
    Trace trace =
        new Trace(
            Map.of(one, "teller"), Map.of(1, thread), List.of(), List.of(), ending, List.of());
    assertThat(says(Operation.Kind.JOIN, "1", trace)).isEqualTo("waits for the end of teller");
    Trace before = new Trace(Map.of(), Map.of(1, thread), List.of(), List.of(), ending, List.of());
    assertThat(says(Operation.Kind.START, "teller", before)).isEqualTo("starts teller");
  }

  @Test
  void ofARecordedRunItIsSaidWhatWasWrittenLast() {
    Operation write = new Operation(Operation.Kind.WRITE, 1, "", Operation.Place.UNKNOWN);
    List<Step> steps =
        List.of(
            new Step(ThreadId.MAIN, write, List.of(ThreadId.MAIN), "5", false),
            new Step(ThreadId.MAIN, write, List.of(ThreadId.MAIN), "-3", false));
    Trace trace =
        new Trace(
            Map.of(ThreadId.MAIN, "main"),
            Map.of(1, new SharedObject(1, "field", "Bank.balance")),
            steps,
            List.of(),
            new Ending(Ending.Kind.DONE, "", Map.of(), "", List.of()),
            List.of());
    assertThat(EndingSentence.isPlain(trace)).isFalse();
    assertThat(EndingSentence.of(trace)).isEqualTo("balance = -3");
  }

  @Test
  void whatIsNoFieldKeepsItsWholeName() {
    assertThat(says(Operation.Kind.LOCK, "", trace(Map.of(), "Object@1.5 of a")))
        .isEqualTo("acquires Object@1.5 of a");
  }
}

package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.ValueType;
import interleave.python.PythonRun.Recorded;
import interleave.timeline.VariableTrack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads and writes of a variable that is observed step by step. */
@BesideOthers
class ObservedStepsTest {
  private static final int LOOPS = 400;

  @Test
  void everyReadAndWriteIsRecordedInTheOrderInWhichItHappened() throws Exception {
    for (Map.Entry<Path, PythonRun> each :
        Pythons.each(Pythons.all(), python -> run(python, "observed", "balance,observed.nothing"))
            .entrySet()) {
      String version = each.getKey().toString();
      PythonRun run = each.getValue();
      assertThat(run.err()).as(version).isEmpty();
      assertThat(run.exit()).as(version).isZero();
      assertThat(run.problems()).as(version).isEmpty();
      assertThat(run.notes()).as(version).hasSize(1).first().asString().contains("step by step");
      List<Recorded> steps = run.where(it -> it.object().equals("balance"));
      alone(steps, version);
      List<Recorded> shared =
          steps.stream().filter(it -> it.thread().startsWith("Thread-")).toList();
      assertThat(shared).as(version).hasSize(2 * 2 * 2 * LOOPS);
      replay(shared, version);
      assertThat(steps.getLast().value())
          .as(version)
          .isEqualTo(Long.parseLong(run.out().strip()))
          .isEqualTo(shared.getLast().value());
      assertThat(run.where(it -> it.object().equals("nothing")))
          .as("what is nowhere is not read")
          .extracting(it -> it.kind() + " " + it.value())
          .containsExactly("FIELD_WRITE 4", "FIELD_READ 4");
      lost(run, version);
    }
  }

  /** What the module and its functions do before there are threads. */
  private static void alone(List<Recorded> steps, String version) {
    assertThat(steps.stream().takeWhile(it -> !it.thread().startsWith("Thread-")))
        .as(version)
        .extracting(it -> (it.kind() + " " + show(it)).substring(6) + " " + it.site())
        .containsExactly(
            "WRITE None observed.py:6 <module>",
            "WRITE 'Anna' observed.py:7 <module>",
            "WRITE [1] observed.py:8 <module>",
            "WRITE <object @> observed.py:9 <module>",
            "WRITE true observed.py:10 <module>",
            "WRITE 0.5 observed.py:11 <module>",
            "WRITE 1.1805916207174113E21 observed.py:12 <module>",
            "WRITE 3 observed.py:13 <module>",
            "READ 3 observed.py:14 <module>",
            "READ 3 observed.py:36 add",
            "WRITE 4 observed.py:36 add",
            "READ 4 observed.py:37 add",
            "WRITE 0 observed.py:52 <module>");
  }

  private static String show(Recorded step) {
    ValueType type = ValueType.of(step.flags());
    return type == null
        ? "?"
        : !step.text().isEmpty()
            ? step.text().replaceAll(" [0-9a-f]+>", " @>")
            : type.show(step.value());
  }

  /**
   * Replayed in order, each read meets what was written last, and each write is what it computes.
   */
  private static void replay(List<Recorded> steps, String version) {
    Map<String, Long> read = new HashMap<>();
    Map<String, Integer> turns = new HashMap<>();
    long value = 0;
    for (Recorded step : steps) {
      if (step.kind() == FIELD_READ) {
        assertThat(step.value()).as(version).isEqualTo(value);
        read.put(step.thread(), value);
      } else {
        int n = step.thread().equals("Thread-5") ? 5 : 8;
        int sign = turns.merge(step.thread(), 1, Integer::sum) % 2 == 1 ? 1 : -1;
        assertThat(step.value()).as(version).isEqualTo(read.get(step.thread()) + sign * n);
        value = step.value();
      }
    }
  }

  /** The balance ends at the sum of all updates, which is 0, less those that were lost. */
  private static void lost(PythonRun run, String version) {
    VariableTrack balance =
        run.timeline().variables().stream()
            .filter(it -> it.name().endsWith("balance"))
            .findFirst()
            .orElseThrow();
    long end = 0;
    for (int i = 0; i < balance.lostUpdates(); i++) {
      VariableTrack.LostUpdate lost = balance.lostUpdate(i);
      end -= balance.bits(lost.lostWrite()) - balance.bits(lost.read());
    }
    assertThat(end).as(version).isEqualTo(balance.bits(balance.size() - 1));
  }

  @Test
  void nothingIsObservedThatWasNotAskedFor() {
    PythonRun run = run(Pythons.newest(), "observed", "");
    assertThat(run.notes()).isEmpty();
    assertThat(run.of(FIELD_READ, FIELD_WRITE)).isEmpty();
    assertThat(run.timeline().variables()).isEmpty();
  }

  @Test
  void attributesAreObservedWhereverAnObjectKeepsThem() throws Exception {
    String names = "Account.balance,Slim.balance,Computed.balance,Account.total";
    for (Map.Entry<Path, PythonRun> each :
        Pythons.each(Pythons.all(), python -> run(python, "observed_attributes", names))
            .entrySet()) {
      String version = each.getKey().toString();
      PythonRun run = each.getValue();
      assertThat(run.err()).as(version).isEmpty();
      assertThat(run.exit()).as(version).isZero();
      assertThat(run.notes())
          .as(version)
          .anyMatch(it -> it.contains("the class computes balance itself"));
      assertThat(run.where(it -> !it.object().equals("Account.balance") && isStep(it)))
          .as(version)
          .extracting(it -> it.kind() + " " + it.object())
          .containsExactly(
              "FIELD_WRITE Slim.balance",
              "FIELD_WRITE Savings.balance",
              "FIELD_READ Account.total",
              "FIELD_WRITE Account.total",
              "FIELD_WRITE Slim.balance",
              "FIELD_WRITE Slim.balance");
      List<Recorded> steps = run.where(it -> it.object().equals("Account.balance") && isStep(it));
      List<Recorded> shared =
          steps.stream().filter(it -> it.thread().startsWith("Thread-")).toList();
      assertThat(shared).as(version).hasSize(2 * 2 * 2 * LOOPS);
      replay(shared, version);
      assertThat(steps.getLast().value()).as(version).isEqualTo(Long.parseLong(run.out().strip()));
    }
  }

  private static boolean isStep(Recorded event) {
    return event.kind() == FIELD_READ || event.kind() == FIELD_WRITE;
  }

  private static PythonRun run(Path python, String script, String observed) {
    Path file = Path.of("src/test/resources/python", script + ".py").toAbsolutePath();
    return PythonRun.of(
        python, List.of(file.toString(), "" + LOOPS), Map.of("INTERLEAVE_OBSERVE", observed));
  }
}

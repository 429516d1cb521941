package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.python.PythonRun.Recorded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Messages that go through the queues of a process. */
@BesideOthers
class OrdersTest {
  private static final Path SCRIPT = Path.of("src/test/resources/python/orders.py");

  private static Map<Path, PythonRun> runs;
  private static Map<Path, PythonRun> untraced;

  @BeforeAll
  static void run() throws Exception {
    runs = Pythons.each(Pythons.some(), python -> PythonRun.of(python, "orders.py"));
    Map<String, String> nowhere = Map.of("INTERLEAVE_RECORDING", "", "PYTHONPATH", "");
    List<String> script = List.of(SCRIPT.toAbsolutePath().toString());
    untraced = Pythons.each(Pythons.some(), python -> PythonRun.of(python, script, nowhere));
  }

  @Test
  void theProgramBehavesAsWithoutATracer() {
    runs.forEach(
        (python, run) -> {
          assertThat(run.out()).as("%s", python).isEqualTo(untraced.get(python).out());
          assertThat(run.err()).as("%s", python).isEqualTo(untraced.get(python).err());
          assertThat(run.exit()).as("%s", python).isZero();
          assertThat(run.problems()).as("%s", python).isEmpty();
          assertThat(run.notes()).as("%s", python).isEmpty();
        });
  }

  @Test
  void whatTheInterpreterItselfPutsAndGetsOnItsWayOutIsRecorded() throws Exception {
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "last_orders.py"))
        .forEach(
            (python, run) -> {
              assertThat(run.out()).as("%s %s", python, run.err()).isEqualTo("b\n");
              assertThat(run.notes()).as("%s", python).isEmpty();
              assertThat(run.where(it -> it.kind() == PUT)).as("%s", python).hasSize(3);
              assertThat(run.where(it -> it.kind() == GET)).as("%s", python).hasSize(3);
            });
  }

  @Test
  void equalMessagesAreToldApartAndComeInTheOrderInWhichTheyWerePut() {
    runs.forEach(
        (python, run) -> {
          for (String queue : List.of("orders", "done")) {
            List<Long> put = messages(run, queue, PUT).stream().limit(6).toList();
            assertThat(put).as("%s %s", python, queue).doesNotHaveDuplicates().hasSize(6);
            assertThat(messages(run, queue, GET).stream().limit(6))
                .as("%s %s", python, queue)
                .isEqualTo(put);
          }
        });
  }

  @Test
  void whatComesOutOfAnotherOrderIsWhatWentIn() {
    runs.forEach(
        (python, run) -> {
          List<Long> counting = messages(run, "counting", PUT);
          assertThat(messages(run, "counting", GET))
              .as("%s", python)
              .containsExactlyElementsOf(counting.reversed());
          List<Long> urgent = messages(run, "urgent", PUT);
          assertThat(messages(run, "urgent", GET))
              .as("%s", python)
              .containsExactly(urgent.get(1), urgent.get(0), urgent.get(2));
          assertThat(messages(run, "unordered", GET))
              .as("%s", python)
              .containsExactlyInAnyOrderElementsOf(messages(run, "unordered", PUT));
          assertThat(run.where(it -> it.kind() == PUT && it.object().equals("urgent")))
              .as("%s", python)
              .extracting(Recorded::text)
              .containsExactly("('b', 'b')", "('a', 'a')", "('c', 'c')");
        });
  }

  @Test
  void whoMustWaitAsksFirstAndOneMayGiveUp() {
    runs.forEach(
        (python, run) -> {
          assertThat(run.of(QUEUE_CAPACITY))
              .as("%s", python)
              .extracting(it -> it.object() + " " + it.value())
              .containsExactlyInAnyOrder("orders 2", "counting 3");
          assertThat(run.of(GET_ABANDONED, PUT_ABANDONED))
              .as("%s", python)
              .extracting(it -> it.object() + " " + it.kind() + " " + it.flags())
              .contains(
                  "orders GET_ABANDONED " + Flags.TIMED_OUT,
                  "orders PUT_ABANDONED " + Flags.TIMED_OUT,
                  "done GET_ABANDONED " + Flags.TIMED_OUT);
          assertThat(run.of(GET_REQUEST).size() + run.of(PUT_REQUEST).size())
              .as("%s", python)
              .isGreaterThanOrEqualTo(3);
          assertThat(run.of(LOCK_REQUEST, LOCK_ACQUIRED, WAIT_BEGIN, NOTIFY))
              .as("%s: what the queues do within", python)
              .isEmpty();
        });
  }

  private static List<Long> messages(PythonRun run, String queue, EventKind kind) {
    return run.where(it -> it.kind() == kind && it.object().equals(queue)).stream()
        .map(Recorded::value)
        .toList();
  }
}

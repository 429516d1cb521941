package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import interleave.BesideOthers;
import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.python.ControlledPython.Recorded;
import interleave.python.ControlledPython.Told;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Python programs of threads under control: the explorer says who goes on. */
@BesideOthers
class ControlTest {
  private static final String RACE =
      Path.of(
              "src/main/resources/interleave/scenario/lessons/lock-and-lost-updates/lock_and_lost_updates.py")
          .toString();
  private static final String EACH = "src/test/resources/python/controlled.py";

  @Test
  void allOrdersAreTriedAndEveryBalanceIsFoundThatTheModelOfTheStepsFinds() throws Exception {
    Model model = new Model(5, 8);
    Pythons.each(
        List.of(Pythons.all().getFirst(), Pythons.of(12)),
        python -> {
          try (ControlledPython host =
              start(python, Map.of("INTERLEAVE_OBSERVE", "balance"), RACE, "threads=2 loops=1")) {
            Set<Integer> balances = new TreeSet<>();
            int tried = 0;
            Deque<List<String>> left = new ArrayDeque<>(List.of(List.of()));
            while (!left.isEmpty()) {
              List<String> schedule = left.pop();
              Told told = host.run(schedule);
              tried++;
              assertThat(told.of("value").getLast()).startsWith("value", "balance");
              balances.add(Integer.parseInt(told.of("value").getLast().get(2)));
              assertThat(told.out())
                  .isEqualTo("Balance: " + told.of("value").getLast().get(2) + "\n");
              left.addAll(others(told, schedule.size()));
            }
            assertThat(balances).as("%s", python).isEqualTo(model.balances);
            assertThat(tried).as("%s", python).isEqualTo(model.orders);
          }
          return true;
        });
    assertThat(model.balances).contains(0).hasSizeGreaterThan(3);
  }

  /**
   * The schedules that differ from a run's from one choice on, that one behind the first so many.
   */
  private static List<List<String>> others(Told told, int given) {
    List<List<String>> others = new ArrayList<>();
    List<String> choices = told.choices();
    for (int i = given; i < choices.size(); i++) {
      for (String other : told.alternatives().get(i)) {
        if (!other.equals(choices.get(i))) {
          List<String> schedule = new ArrayList<>(choices.subList(0, i));
          schedule.add(other);
          others.add(schedule);
        }
      }
    }
    return others;
  }

  @Test
  void aScheduleGivesTheSameRunTwentyTimes() throws Exception {
    Pythons.each(
        List.of(Pythons.of(8), Pythons.of(11), Pythons.of(12), Pythons.of(13)),
        python -> {
          try (ControlledPython host =
              start(python, Map.of(), RACE, "threads=3 loops=2 lock=off")) {
            Random random = new Random(1);
            Told first = host.run(able -> able.get(random.nextInt(able.size())));
            assertThat(first.choices()).hasSizeGreaterThan(20);
            for (int i = 0; i < 20; i++) {
              assertThat(host.run(first.choices())).as("%s, %d", python, i).isEqualTo(first);
            }
          }
          return true;
        });
  }

  @Test
  void withTheLockNoOrderLosesAnUpdate() throws Exception {
    try (ControlledPython host =
        start(Pythons.of(12), Map.of(), RACE, "threads=2 loops=1 lock=on")) {
      Deque<List<String>> left = new ArrayDeque<>(List.of(List.of()));
      while (!left.isEmpty()) {
        List<String> schedule = left.pop();
        Told told = host.run(schedule);
        assertThat(told.out()).isEqualTo("Balance: 0\n");
        left.addAll(others(told, schedule.size()));
      }
    }
  }

  @Test
  void operationsAreThoseOfTheProgramsOwnWords() throws Exception {
    for (Path python : List.of(Pythons.all().getFirst(), Pythons.newest())) {
      try (ControlledPython host = start(python, Map.of(), EACH, "every")) {
        Told told = host.run(List.of());
        assertThat(told.out()).isEqualTo("True\none 1\nempty True\n2\n");
        assertThat(told.ending()).containsExactly("done", "");
        assertThat(told.steps())
            .containsSubsequence(
                "0 lock ready", "0 start 1", "0 wait ready", "1 lock lock", "1 read total")
            .containsSubsequence("1 write total", "1 notify ready", "0 wake ready")
            .containsSubsequence("1 acquire permits", "1 release permits", "1 countdown opened")
            .containsSubsequence("1 barrier meeting", "0 await opened", "0 barrier meeting")
            .containsSubsequence("1 wake meeting", "1 put items", "1 sleep", "0 take items")
            .containsSubsequence("0 join 1", "0 take items", "0 start 2", "2 take pool");
        assertThat(told.of("step").stream().filter(each -> each.size() == 4)).hasSize(1);
        assertThat(told.of("next"))
            .contains(List.of("next", "1", "write", "8", "1", EACH_FILE, "32"));
      }
    }
  }

  private static final String EACH_FILE = Path.of(EACH).toAbsolutePath().toString();

  @Test
  void aDeadlockIsAnEndingAndTheNextRunKnowsNothingOfIt() throws Exception {
    try (ControlledPython host = start(Pythons.of(12), Map.of(), EACH, "deadlock")) {
      List<String> choices = List.of("0", "1", "2");
      for (int i = 0; i < 3; i++) {
        Told told = host.run(choices);
        assertThat(told.ending())
            .containsExactly("deadlock", "0 join 1; 1 lock other; 2 lock lock");
        assertThat(host.run(List.of()).ending()).containsExactly("done", "");
      }
      assertThat(host.run(List.of("0", "7")).ending()).containsExactly("astray", "7");
      assertThat(host.run(List.of(), 4).ending()).containsExactly("steps", "");
      assertThat(host.run(_ -> "").ending()).containsExactly("stopped", "");
    }
  }

  @Test
  void itEndsAsTheProgramEndsOrAsItIsGivenUp() throws Exception {
    try (ControlledPython fails = start(Pythons.of(13), Map.of(), EACH, "fails");
        ControlledPython leaves = start(Pythons.of(8), Map.of(), EACH, "leaves");
        ControlledPython hangs =
            start(Pythons.of(12), Map.of("INTERLEAVE_CONTROL_PATIENCE", "0.3"), EACH, "hangs")) {
      Told failed = fails.run(List.of());
      assertThat(failed.ending()).containsExactly("exception", "Thread-1 (pop): KeyError: missing");
      assertThat(failed.out())
          .contains("KeyError: 'missing'\nwent on\n")
          .doesNotContain("_interleave");
      assertThat(leaves.run(List.of()).ending()).containsExactly("exit", "3");
      assertThat(hangs.run(List.of()).ending()).first().isEqualTo("stuck");
    }
  }

  @Test
  void attributesAreObservedThatMethodsAssignAndWhatIsDoneInOneGoIsTold() throws Exception {
    try (ControlledPython host = start(Pythons.of(12), Map.of(), EACH, "attributes")) {
      Told lost = host.run(List.of("0", "1", "2", "2"));
      assertThat(lost.steps()).contains("1 read Account.balance", "2 write Account.balance");
      assertThat(lost.out()).isEqualTo("1\n");
      assertThat(lost.of("told"))
          .containsExactly(List.of("told", EACH_FILE, "25", "switch", "CPython 3.12.1"));
    }
    try (ControlledPython host =
        start(
            Pythons.of(12),
            Map.of("INTERLEAVE_SWITCH_POINTS", "interpreter"),
            EACH,
            "attributes")) {
      Told told = host.run(List.of("0", "1", "2", "2"));
      assertThat(told.out()).isEqualTo("11\n");
      assertThat(told.steps())
          .contains("1 read Account.balance")
          .doesNotContain("1 write Account.balance");
    }
  }

  @Test
  void whoGetsHoldOfAListMayChangeIt() {
    try (ControlledPython host = start(Pythons.of(12), Map.of(), EACH, "lasts")) {
      Told late = host.run(List.of("0", "1", "2", "1"));
      assertThat(late.steps()).contains("1 update stock", "2 update stock");
      assertThat(late.ending())
          .containsExactly("exception", "Thread-2 (takes): IndexError: pop from empty list");
    }
  }

  @Test
  void aRecordedRunGoesAsInTheHostAndItsClockCountsSteps() throws Exception {
    for (Path python : List.of(Pythons.all().getFirst(), Pythons.newest())) {
      List<String> schedule = List.of("0", "1", "2");
      Recorded both = ControlledPython.record(python, schedule, EACH, "deadlock");
      assertThat(both.run().problems()).isEmpty();
      assertThat(both.told().ending())
          .containsExactly("deadlock", "0 join 1; 1 lock other; 2 lock lock");
      try (ControlledPython host = start(python, Map.of(), EACH, "deadlock")) {
        assertThat(host.run(schedule).steps()).isEqualTo(both.told().steps());
      }
      List<PythonRun.Recorded> chosen = both.run().of(EventKind.CHOICE);
      assertThat(chosen).hasSameSizeAs(both.told().steps());
      for (int i = 0; i < chosen.size(); i++) {
        assertThat((int) chosen.get(i).value()).isEqualTo(i + 1);
        assertThat(chosen.get(i).time() / Clock.STEP).isEqualTo(i + 1);
      }
      assertThat(
              both.run().of(EventKind.STATE_TOLD).stream()
                  .map(each -> NativeState.of(each.flags())))
          .as("who was not chosen stands")
          .contains(NativeState.READY)
          .filteredOn(NativeState.RUNNING::equals)
          .hasSameSizeAs(chosen);
      assertThat(both.run().of(EventKind.LOCK_REQUEST))
          .extracting(PythonRun.Recorded::object, each -> each.time() / Clock.STEP)
          .containsExactly(tuple("other", 4L), tuple("lock", 4L));
    }
  }

  @Test
  void daemonsAreNotWaitedForAndWhoWatchesTheClockSeesItGoOn() throws Exception {
    try (ControlledPython host = start(Pythons.of(11), Map.of(), EACH, "children")) {
      Told told = host.run(List.of());
      assertThat(told.ending()).containsExactly("done", "");
      assertThat(told.out()).isEqualTo("grandchild\n");
      assertThat(told.of("thread"))
          .extracting(each -> each.get(1))
          .containsExactly("0", "1", "2", "1.1");
      assertThat(told.of("told")).extracting(each -> each.get(3)).containsExactly("time");
    }
  }

  private static ControlledPython start(
      Path python, Map<String, String> environment, String program, String arguments) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(List.of(arguments.split(" ")));
    return new ControlledPython(python, environment, words.toArray(String[]::new));
  }

  /** The steps of main thread and two others that read, write, read and write, in every order. */
  private static final class Model {
    private static final int STEPS = 4;
    private final int[] added;
    private final Set<Integer> balances = new TreeSet<>();
    private int orders;

    Model(int first, int second) {
      added = new int[] {first, second};
      go(0, new int[2], new int[2], 0);
    }

    /** Main has 5 steps: it starts both, waits for both, and prints. */
    private void go(int main, int[] done, int[] seen, int balance) {
      if (main == 5) {
        orders++;
        balances.add(balance);
        return;
      }
      if (main < 2 || main == 4 || done[main - 2] == STEPS) {
        go(main + 1, done, seen, balance);
      }
      for (int thread = 0; thread < 2; thread++) {
        if (main > thread && done[thread] < STEPS) {
          int[] then = done.clone();
          int[] sees = seen.clone();
          int after = balance;
          if (then[thread]++ % 2 == 0) {
            sees[thread] = balance;
          } else {
            after = sees[thread] + (then[thread] == 2 ? added[thread] : -added[thread]);
          }
          go(main, then, sees, after);
        }
      }
    }
  }
}

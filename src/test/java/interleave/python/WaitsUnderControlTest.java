package interleave.python;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.python.ControlledPython.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What Python programs wait for under control, and that what they do depends on the order alone.
 */
@BesideOthers
class WaitsUnderControlTest {
  private static final String WAITING = "src/test/resources/python/waiting.py";
  private static final int MOST = 400;

  private static ControlledPython start(int version, String way, String... environment) {
    Map<String, String> with = new HashMap<>();
    for (String each : environment) {
      with.put(each.split("=")[0], each.split("=")[1]);
    }
    return new ControlledPython(Pythons.of(version), with, WAITING, way);
  }

  /** What is printed in the orders that there are, as far as so many runs come. */
  private static Set<String> printed(ControlledPython host, int most) {
    Set<String> printed = new TreeSet<>();
    Deque<List<String>> left = new ArrayDeque<>(List.of(List.of()));
    for (int i = 0; i < most && !left.isEmpty(); i++) {
      List<String> schedule = left.pollLast();
      Told told = host.run(schedule);
      assertThat(told.ending()).first().isIn("done", "exception");
      printed.add(told.out());
      List<String> choices = told.choices();
      for (int at = schedule.size(); at < choices.size(); at++) {
        for (String other : told.alternatives().get(at)) {
          if (!other.equals(choices.get(at))) {
            List<String> next = new ArrayList<>(choices.subList(0, at));
            next.add(other);
            left.addFirst(next);
          }
        }
      }
    }
    return printed;
  }

  @Test
  void aTimerIsASleepThatAnybodyMayBeQuickerThan() {
    try (ControlledPython host = start(12, "timer")) {
      assertThat(printed(host, MOST)).containsExactly("cancelled\n", "fired\n");
    }
  }

  @Test
  void whatAThreadSeesOfTheTimeIsWhatHasPassedForIt() {
    try (ControlledPython host = start(13, "clocks")) {
      assertThat(printed(host, MOST)).containsExactly("[1.0, 20.0] 20\n");
    }
  }

  @Test
  void aLoopThatLooksAgainAndAgainWaitsUntilThereIsSomethingToSee() {
    for (int version : new int[] {8, 12}) {
      try (ControlledPython host = start(version, "spins")) {
        assertThat(host.run(List.of("1", "1", "1", "1", "1", "1")).steps())
            .containsSubsequence("1 read done", "1 sleep", "1 read done", "1 sleep")
            .containsSubsequence("1 sleep", "1 sleep", "0 write done", "1 await done")
            .doesNotContainSubsequence("1 sleep", "1 sleep", "1 sleep");
        assertThat(printed(host, MOST)).containsExactly("seen\n");
      }
    }
  }

  @Test
  void aPoolDoesTheSameInAllOrdersThatAreTheSameForItsThreads() {
    try (ControlledPython host = start(12, "pool")) {
      Told first = host.run(List.of());
      assertThat(first.ending()).containsExactly("done", "");
      assertThat(first.steps())
          .containsSubsequence("0 start 1", "0 put made", "0 acquire Semaphore 1", "0 start 2")
          .containsSubsequence("1 update Future 1", "0 await", "0 read Future 1", "0 get Future 1")
          .contains("1 release Semaphore 1");
      for (int i = 0; i < 5; i++) {
        assertThat(host.run(first.choices())).isEqualTo(first);
      }
    }
  }

  @Test
  void socketsAndPipesOfTheProgramItselfAreAskedWhetherOneCanGoOn() {
    for (int version : new int[] {9, 13}) {
      try (ControlledPython host = start(version, "sockets")) {
        assertThat(host.run(List.of()).steps())
            .containsSubsequence("0 put sockets", "1 take sockets", "1 put pipe 1", "0 take pipe 1")
            .containsSubsequence("1 update sockets", "0 take sockets");
        assertThat(printed(host, MOST)).containsExactly("b'hello' b''\n");
      }
    }
  }

  @Test
  void anyThreadMayBeQuickerThanAnotherProcess() {
    try (ControlledPython host = start(11, "child")) {
      assertThat(printed(host, 60)).containsExactly("0\n", "1\n");
    }
  }

  @Test
  void whoWaitsInNativeCodeIsLetBeAndTheOthersGoOn() {
    try (ControlledPython host = start(12, "native")) {
      Told told = host.run(List.of());
      assertThat(told.out()).isEqualTo("b'from main'\n");
      assertThat(told.of("told")).extracting(each -> each.get(3)).contains("waits");
      assertThat(told.of("told").getLast().get(4)).isEqualTo("Thread-1 (<lambda>)");
    }
  }

  @Test
  void whereNobodyBringsWhatAllWaitForTheRunStandsStillAtThatLine() {
    try (ControlledPython host = start(12, "nobody", "INTERLEAVE_CONTROL_PATIENCE=0.5")) {
      List<String> ending = host.run(List.of()).ending();
      assertThat(ending.getFirst()).isEqualTo("stuck");
    }
  }

  @Test
  void variablesThatThreadsShareOfAnEnclosingFunctionStayAsTheyWereLeft() {
    for (int version : new int[] {8, 10, 12}) {
      try (ControlledPython host = start(version, "shared")) {
        assertThat(printed(host, 60)).as("%d", version).containsExactly("20\n");
      }
    }
  }

  @Test
  void whetherThereIsAPointDoesNotDependOnAThreadsEndThatNobodyWaitedFor() {
    try (ControlledPython host = start(12, "ended-by-main")) {
      assertThat(host.run(List.of("1", "1", "1", "1")).steps())
          .containsSequence("1 write total", "0 read total", "0 write total", "0 join 1");
    }
  }
}

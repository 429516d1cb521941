package interleave.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.process.Program;
import interleave.scenario.program.Amdahl;
import interleave.scenario.program.Gil;
import interleave.scenario.program.LockAndLostUpdates;
import interleave.scenario.program.PoolOfProcesses;
import interleave.scenario.program.QueueBetweenProcesses;
import interleave.scenario.program.StartThread;
import interleave.scenario.program.ThreadLocals;
import interleave.scenario.program.TwoLocks;
import interleave.scenario.program.Visibility;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenarios' programs without a tracer, as a learner would run them by plain {@code java}. */
@BesideOthers
class ProgramsTest {
  @Test
  void thePoolRunsEveryTaskInAWorkerAndEndsAfterThem() throws Exception {
    List<String> lines = run(PoolOfProcesses.class, "workers=2", "tasks=5", "longest=0.05");
    assertThat(lines.getFirst()).matches("Parent process \\d+\\.");
    assertThat(lines.getLast()).isEqualTo("All subprocesses done.");
    assertThat(lines).containsOnlyOnce("Waiting for all subprocesses done...");
    Set<String> pids = new HashSet<>();
    for (int task = 0; task < 5; task++) {
      int begun = indexOf(lines, "Run task " + task + " \\(pid (\\d+)\\)\\.\\.\\.", pids);
      assertThat(indexOf(lines, "Task " + task + " ran 0\\.\\d\\d seconds\\.", new HashSet<>()))
          .isGreaterThan(begun);
    }
    assertThat(pids).hasSizeBetween(1, 2).doesNotContain(lines.getFirst().replaceAll("\\D", ""));
    assertThat(lines).hasSize(13);
  }

  /** Where the one line is that matches; its group is added to {@code found}. */
  private static int indexOf(List<String> lines, String regex, Set<String> found) {
    for (int at = 0; at < lines.size(); at++) {
      Matcher matcher = Pattern.compile(regex).matcher(lines.get(at));
      if (matcher.matches()) {
        if (matcher.groupCount() > 0) {
          found.add(matcher.group(1));
        }
        return at;
      }
    }
    throw new AssertionError("no line " + regex + " in " + lines);
  }

  @Test
  void theReaderGetsWhatTheWriterPutsInOrder() throws Exception {
    List<String> lines =
        run(QueueBetweenProcesses.class, "pause=0.05", "ending=last-word", "values=A,B,C,ü");
    assertThat(lines.getFirst()).matches("Parent process \\d+\\.");
    assertThat(lines).filteredOn(l -> l.startsWith("Put ")).hasSize(4);
    assertThat(lines)
        .filteredOn(l -> l.startsWith("Get "))
        .hasSize(4)
        .startsWith("Get A from queue.", "Get B from queue.", "Get C from queue.");
    assertThat(lines).anyMatch(l -> l.matches("Process to write: \\d+"));
    assertThat(lines).anyMatch(l -> l.matches("Process to read: \\d+"));
  }

  @Test
  void theReaderIsTerminatedAndTheProgramEnds() throws Exception {
    List<String> lines = run(QueueBetweenProcesses.class, "pause=0.5", "seed=3");
    assertThat(lines).contains("Put A to queue...", "Put B to queue...", "Put C to queue...");
  }

  @Test
  void aBoundedQueueWithTwoReadersLosesNothing() throws Exception {
    List<String> lines =
        run(
            QueueBetweenProcesses.class,
            "capacity=1",
            "readers=2",
            "pause=0",
            "ending=last-word",
            "values=A,B,C,D");
    assertThat(lines)
        .filteredOn(l -> l.startsWith("Get "))
        .containsExactlyInAnyOrder(
            "Get A from queue.", "Get B from queue.", "Get C from queue.", "Get D from queue.");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void withTheLockTheBalanceEndsAtZero(int threads) throws Exception {
    assertThat(run(LockAndLostUpdates.class, "threads=" + threads, "lock=on", "loops=20000"))
        .containsExactly("Balance: 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fair", "synchronized", "atomic", "adder"})
  void everyOtherWayLosesNothingEither(String how) throws Exception {
    assertThat(run(LockAndLostUpdates.class, "lock=" + how, "loops=2000"))
        .containsExactly("Balance: 0");
  }

  @Test
  void eachThreadGreetsTheStudentOfItsOwn() throws Exception {
    for (String kind : List.of("thread-local", "scoped-value")) {
      assertThat(run(ThreadLocals.class, "kind=" + kind, "pause=0.01", "workers=1"))
          .contains(
              "Hello, Alice (in Thread-A)",
              "Hello, Bob (in Thread-B)",
              "Hello, No. 0 (in worker-0)",
              "In main: nobody");
    }
  }

  @Test
  void withoutTheLockTheBalanceEndsSomewhere() throws Exception {
    assertThat(run(LockAndLostUpdates.class, "lock=off"))
        .singleElement()
        .asString()
        .matches("Balance: -?\\d+");
  }

  @Test
  void mainWaitsForTheThreadThatItStarted() throws Exception {
    assertThat(run(StartThread.class, "pause=0.01", "count=2"))
        .containsExactly(
            "thread main is running...",
            "thread LoopThread is running...",
            "thread LoopThread >>> 1",
            "thread LoopThread >>> 2",
            "thread LoopThread ended.",
            "thread main ended.");
  }

  @Test
  void withoutTheJoinMainEndsBeforeTheThreadThatItStarted() throws Exception {
    List<String> lines = run(StartThread.class, "pause=0.3", "count=2", "join=off");
    assertThat(lines)
        .containsSubsequence("thread main ended.", "thread LoopThread ended.")
        .hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same", "try"})
  void withOneOrderOrWithTryingBothGetTheirMeals(String order) throws Exception {
    assertThat(run(TwoLocks.class, "meals=3", "pause=0.005", "order=" + order))
        .containsOnlyOnce("Both are full.")
        .endsWith("Both are full.")
        .hasSize(7);
  }

  @Test
  void everyWayComputesTheSame() throws Exception {
    List<String> lines = run(Gil.class, "work=10", "workers=2");
    assertThat(lines.getFirst()).matches("Processors: \\d+");
    assertThat(lines.stream().skip(1).map(line -> line.replaceFirst(":.*", "")))
        .containsExactly(
            "warm-up", "1 thread", "2 threads", "2 locked", "processes start", "2 processes");
    assertThat(
            lines.stream()
                .filter(line -> line.matches("\\d .*"))
                .map(line -> line.replaceFirst(".*sum ", ""))
                .distinct())
        .hasSize(1);
  }

  @Test
  void eachNumberOfWorkersIsTimedAndToldWhatWasPossible() throws Exception {
    String times = "[0-9.]+x, at most [0-9.]+x";
    assertThat(run(Amdahl.class, "work=10", "workers=2", "part=pieces"))
        .satisfiesExactly(
            line -> assertThat(line).matches("1 worker: " + times),
            line -> assertThat(line).matches("2 workers: " + times));
  }

  @ParameterizedTest
  @ValueSource(strings = {"volatile", "synchronized"})
  void whatIsVolatileOrGuardedIsSeen(String kind) throws Exception {
    assertThat(run(Visibility.class, "kind=" + kind, "pause=0.05", "patience=60"))
        .containsExactly(
            "Now the flag is written.", "The watcher has seen it.", "The watcher has ended.");
  }

  private static List<String> run(Class<?> program, String... arguments) throws Exception {
    return Program.run(null, program, arguments);
  }
}

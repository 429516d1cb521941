package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.Alone;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Alone
class ProcessPoolTest {
  record Point(int x, int y) {}

  @TempDir Path folder;

  private final ProcessPool pool = new ProcessPool(2);

  @AfterEach
  void end() throws Exception {
    pool.terminate();
    pool.join();
  }

  static int square(int n) {
    return n * n;
  }

  static Point mirror(Point point) {
    return new Point(point.y(), point.x());
  }

  static void fail(String reason) {
    throw new IllegalArgumentException(reason);
  }

  static Thread unsendable() {
    return Thread.currentThread();
  }

  static void halt(int code) {
    Runtime.getRuntime().halt(code);
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static void writePidAndSleep(String file) throws Exception {
    Path written = Path.of(file + ".part");
    Files.writeString(written, "" + pid());
    Files.move(written, Path.of(file));
    Thread.sleep(Duration.ofHours(1));
  }

  static void leaveAThreadBehind() {
    new Thread(
            () -> {
              while (true) {
                Thread.onSpinWait();
              }
            })
        .start();
  }

  @Test
  void resultsComeBackInTheOrderOfTheArguments() throws Exception {
    List<Integer> squares = new ArrayList<>();
    for (Result result : pool.map(ProcessPoolTest.class, "square", List.of(1, 2, 3, 4, 5, 6))) {
      squares.add(result.get(Integer.class));
    }
    assertThat(squares).containsExactly(1, 4, 9, 16, 25, 36);
  }

  @Test
  void recordsTravelBothWays() throws Exception {
    assertThat(pool.apply(ProcessPoolTest.class, "mirror", new Point(1, 2)).get())
        .isEqualTo(new Point(2, 1));
  }

  @Test
  void anExceptionReachesWhoAsksForTheResult() {
    Result result = pool.apply(ProcessPoolTest.class, "fail", "no tea");
    assertThatThrownBy(result::get)
        .isInstanceOf(TaskFailedException.class)
        .hasMessage("java.lang.IllegalArgumentException: no tea")
        .satisfies(
            e -> assertThat(((TaskFailedException) e).trace()).contains("ProcessPoolTest.fail"));
    assertThat(result.isDone()).isTrue();
  }

  @Test
  void aResultThatCannotTravelIsAFailure() {
    Result result = pool.apply(ProcessPoolTest.class, "unsendable");
    assertThatThrownBy(result::get)
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("cannot travel");
  }

  @Test
  void aTaskWhoseWorkerHaltsIsLostAndTheOthersAreDone() throws Exception {
    Result lost = pool.apply(ProcessPoolTest.class, "halt", 9);
    List<Result> others = pool.map(ProcessPoolTest.class, "square", List.of(1, 2, 3, 4));
    assertThatThrownBy(lost::get)
        .isInstanceOf(TaskLostException.class)
        .hasMessageMatching("The task halt\\(9\\) is lost: worker \\d+ ended with exit code 9");
    for (Result other : others) {
      assertThat(other.get()).isNotNull();
    }
    pool.close();
    pool.join();
  }

  @Test
  void aTaskWhoseWorkerIsKilledIsLost() throws Exception {
    Path file = folder.resolve("pid");
    Result lost = pool.apply(ProcessPoolTest.class, "writePidAndSleep", file.toString());
    Await.until("it runs", () -> Files.exists(file));
    assertThatThrownBy(() -> lost.get(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
    kill(Long.parseLong(Files.readString(file)));
    assertThatThrownBy(lost::get)
        .isInstanceOf(TaskLostException.class)
        .hasMessageEndingWith("worker " + Files.readString(file) + " was killed by SIGKILL");
  }

  @Test
  void idleWorkersThatDieAreReplacedAndNothingIsLost() throws Exception {
    Set<Long> pids = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      long pid = pool.apply(ProcessPoolTest.class, "pid").get(Long.class);
      pids.add(pid);
      kill(pid);
    }
    assertThat(pids).hasSize(2);
    assertThat(pool.apply(ProcessPoolTest.class, "square", 3).get()).isEqualTo(9);
  }

  @Test
  void aWorkerThatIsKilledAgainAndAgainWhileIdleIsReplacedEachTime() throws Exception {
    try (ProcessPool one = new ProcessPool(1)) {
      for (int round = 0; round < 4; round++) {
        kill(one.apply(ProcessPoolTest.class, "pid").get(Long.class));
      }
      assertThat(one.apply(ProcessPoolTest.class, "square", 4).get(Integer.class)).isEqualTo(16);
    }
  }

  private static void kill(long pid) {
    ProcessHandle worker = ProcessHandle.of(pid).orElseThrow();
    worker.destroyForcibly();
    worker.onExit().join();
  }

  @Test
  void everyTaskEndsHoweverManyWorkersDie() throws Exception {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      results.add(
          i % 3 == 0
              ? pool.apply(ProcessPoolTest.class, "halt", i)
              : pool.apply(ProcessPoolTest.class, "square", i));
    }
    pool.close();
    pool.join();
    assertThat(results).allMatch(Result::isDone);
    for (int i = 0; i < 12; i++) {
      Result result = results.get(i);
      if (i % 3 == 0) {
        assertThatThrownBy(result::get).isInstanceOf(TaskLostException.class);
      } else {
        assertThat(result.get()).isEqualTo(i * i);
      }
    }
  }

  @Test
  void whatATaskLeavesBehindDoesNotHoldThePool() throws Exception {
    pool.apply(ProcessPoolTest.class, "leaveAThreadBehind").get();
    pool.close();
    pool.join();
  }

  @Test
  void terminatingLosesWhatIsNotDone() throws Exception {
    Path file = folder.resolve("pid");
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      results.add(pool.apply(ProcessPoolTest.class, "writePidAndSleep", file.toString() + i));
    }
    Await.until("it runs", () -> Files.exists(folder.resolve("pid0")));
    pool.terminate();
    pool.join();
    for (Result result : results) {
      assertThatThrownBy(result::get)
          .isInstanceOf(TaskLostException.class)
          .hasMessageEndingWith("The pool was terminated.");
    }
  }

  @Test
  void aClosedPoolTakesNoTasksAndAnOpenOneCannotBeJoined() {
    assertThatThrownBy(pool::join)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Close the pool");
    pool.close();
    assertThatThrownBy(() -> pool.apply(ProcessPoolTest.class, "square", 1))
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> new ProcessPool(0)).hasMessageContaining("1 to 256");
  }

  @Test
  void whenNoWorkerCanLiveTheTasksAreLostInsteadOfWaitingForEver() throws Exception {
    String classPath = System.getProperty("java.class.path");
    System.setProperty("java.class.path", folder.toString());
    try (ProcessPool stillborn = new ProcessPool(1)) {
      Result result = stillborn.apply(ProcessPoolTest.class, "square", 1);
      assertThatThrownBy(result::get)
          .isInstanceOf(TaskLostException.class)
          .hasMessageContaining("No worker is left")
          .hasMessageContaining("ended with exit code 1 before it was there");
    } finally {
      System.setProperty("java.class.path", classPath);
    }
  }

  /** A pool of two that loses one task of four. */
  static final class RecordedPool {
    public static void main(String[] args) throws Exception {
      ProcessPool pool = new ProcessPool(2, "tea");
      pool.apply(ProcessPoolTest.class, "square", 2);
      pool.apply(ProcessPoolTest.class, "halt", 2);
      pool.apply(ProcessPoolTest.class, "fail", "no tea");
      pool.apply(ProcessPoolTest.class, "square", 3);
      pool.close();
      pool.join();
    }
  }

  @Test
  void whatHappensToTasksIsRecorded() throws Exception {
    Recording recording = Recording.create(64 << 20);
    try {
      Program.run(recording, RecordedPool.class);
      RecordedEvents events = RecordedEvents.of(recording);
      long key = events.of(EventKind.TASK_SUBMITTED).getFirst().object();
      assertThat(key).isPositive();
      assertThat(events.of(EventKind.TASK_SUBMITTED))
          .extracting(Event::text)
          .first()
          .isEqualTo("square(2)");
      for (long task = 1; task <= 4; task++) {
        long id = task;
        List<Event> life =
            events
                .of(EventKind.TASK_SUBMITTED, EventKind.TASK_STARTED, EventKind.TASK_ENDED)
                .stream()
                .filter(e -> e.value() == id)
                .toList();
        assertThat(life)
            .extracting(Event::kind)
            .containsExactly(
                EventKind.TASK_SUBMITTED, EventKind.TASK_STARTED, EventKind.TASK_ENDED);
        Event end = life.getLast();
        int outcome = end.flags() & (Flags.FAILED | Flags.LOST | Flags.CANCELLED);
        assertThat(outcome).isEqualTo(task == 2 ? Flags.LOST : task == 3 ? Flags.FAILED : 0);
        assertThat(end.pid() == life.getFirst().pid()).isEqualTo(task == 2);
      }
      assertThat(events.of(EventKind.DEFINE_OBJECT).stream().map(Event::value).distinct())
          .hasSize(1);
      assertThat(events.of(EventKind.PROCESS_NAME))
          .extracting(Event::text)
          .contains("Worker-1", "Worker-2");
    } finally {
      recording.delete();
    }
  }
}

package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.BesideOthers;
import interleave.event.ChildJvm;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.Recording;
import interleave.process.broker.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link ProcessPoolTest} holds a pool to, where a broker serves it, and what is more. */
@BesideOthers
class PoolAtBrokerTest {
  record Point(int x, int y) {}

  private static Broker broker;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    broker = Broker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  static Point mirror(Point point) {
    return new Point(point.y(), point.x());
  }

  static void fail(String reason) {
    throw new IllegalArgumentException(reason);
  }

  static String large(int bytes) {
    return "x".repeat(bytes);
  }

  static long pid() {
    return ProcessHandle.current().pid();
  }

  static void halt() {
    Runtime.getRuntime().halt(3);
  }

  /** Dies the first time that it is run. */
  static int haltOnce(String folder, int number) throws Exception {
    Path begun = Path.of(folder, "begun " + number);
    if (number % 5 == 0 && !Files.exists(begun)) {
      Files.createFile(begun);
      Runtime.getRuntime().halt(3);
    }
    Files.createTempFile(Path.of(folder), "done " + number + " ", "");
    return number * number;
  }

  static int count(ProcessQueue<Integer> numbers, int of) throws InterruptedException {
    int sum = 0;
    for (int i = 0; i < of; i++) {
      sum += numbers.get();
    }
    return sum;
  }

  @Test
  void tasksComeBackFromABrokerAsTheyDoWithoutOne() throws Exception {
    ProcessPool pool = new ProcessPool(broker.address(), 2, "pool");
    try (ProcessQueue<Integer> numbers = ProcessQueue.unbounded(broker.address(), "numbers")) {
      Class<?> here = PoolAtBrokerTest.class;
      Result mirrored = pool.apply(here, "mirror", new Point(1, 2));
      Result failed = pool.apply(here, "fail", "no tea");
      Result large = pool.apply(here, "large", 1 << 20);
      Result sum = pool.apply(here, "count", numbers, 2);
      numbers.put(3);
      numbers.put(4);
      assertThat(mirrored.get()).isEqualTo(new Point(2, 1));
      assertThatThrownBy(failed::get)
          .isInstanceOf(TaskFailedException.class)
          .hasMessage("java.lang.IllegalArgumentException: no tea");
      assertThatThrownBy(large::get).hasMessageContaining("a broker passes on");
      assertThat(sum.get()).isEqualTo(7);
      assertThatThrownBy(() -> pool.apply(here, "fail", "x".repeat(1 << 20)))
          .hasMessageContaining("KiB");
    }
    pool.close();
    pool.join();
    assertThatThrownBy(() -> pool.apply(PoolAtBrokerTest.class, "pid"))
        .hasMessageContaining("closed");
  }

  @Test
  void theTasksOfWorkersThatDieAreDoneByOthersAndNoneTwice() throws Exception {
    ProcessPool pool = new ProcessPool(broker.address(), 2, "pool");
    List<Result> results = new ArrayList<>();
    for (int number = 1; number <= 20; number++) {
      results.add(pool.apply(PoolAtBrokerTest.class, "haltOnce", folder.toString(), number));
    }
    Result lost = pool.apply(PoolAtBrokerTest.class, "halt");
    pool.close();
    pool.join();
    for (int number = 1; number <= 20; number++) {
      assertThat(results.get(number - 1).get()).isEqualTo(number * number);
    }
    assertThatThrownBy(lost::get)
        .isInstanceOf(TaskLostException.class)
        .hasMessageContaining("3 workers");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("done"))
          .extracting(name -> name.split(" ")[1])
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void allMachinesThatAreLentRunTasksOfTheirOwnClassPathAndGoOnToTheNextPool() throws Exception {
    List<Process> lenders = List.of(lender(), lender());
    try {
      for (int round = 0; round < 2; round++) {
        ProcessPool pool = new ProcessPool(broker.address(), 0, "pool " + round);
        Set<Long> parents = new HashSet<>();
        while (parents.size() < lenders.size()) { // the second one may begin late
          for (Result result : pool.map(PoolAtBrokerTest.class, "parentOf", List.of(1, 2, 3, 4))) {
            parents.add(result.get(Long.class));
          }
        }
        assertThat(parents)
            .containsExactlyInAnyOrderElementsOf(lenders.stream().map(Process::pid).toList());
        pool.close();
        pool.join();
      }
    } finally {
      for (Process lender : lenders) {
        lender.destroy();
        lender.waitFor();
      }
    }
  }

  private Process lender() throws IOException {
    return new ProcessBuilder(ChildJvm.command(Lender.class, broker.address().toString(), "1"))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  static long parentOf(int ignored) {
    return ProcessHandle.current().parent().orElseThrow().pid();
  }

  @Test
  void noMessageMakesAWorkerRunWhatIsNotTheProgramsOwn() {
    assertThat(LentClasses.permitted(PoolAtBrokerTest.class.getName()))
        .isEqualTo(PoolAtBrokerTest.class);
    assertThat(LentClasses.permitted("interleave.scenario.program.PoolOfProcesses")).isNotNull();
    for (String other :
        List.of("java.lang.System", "java.sql.DriverManager", ProcessPool.class.getName())) {
      assertThatThrownBy(() -> LentClasses.permitted(other)).hasMessageContaining("is none");
    }
    ProcessQueue<String> queue = ProcessQueue.unbounded("of this machine");
    String word = Argument.write(queue);
    assertThatThrownBy(
            () -> new LentClasses(true, 1).find(getClass().getName(), "count", List.of(word, "")))
        .hasMessageContaining("cannot be reached here");
    queue.close();
  }

  /** A pool of two at a broker that gives one task of three twice. */
  static final class RecordedPool {
    public static void main(String[] args) throws Exception {
      Broker.start().share();
      ProcessPool pool = new ProcessPool(2, "tea");
      for (int number = 4; number <= 6; number++) {
        pool.apply(PoolAtBrokerTest.class, "haltOnce", args[0], number);
      }
      pool.close();
      pool.join();
    }
  }

  @Test
  void whatHappensToTasksIsRecordedAsWithoutABroker() throws Exception {
    Recording recording = Recording.create(64 << 20);
    try {
      Program.run(recording, RecordedPool.class, folder.toString());
      RecordedEvents events = RecordedEvents.of(recording);
      assertThat(events.of(EventKind.TASK_SUBMITTED)).hasSize(3);
      assertThat(events.of(EventKind.TASK_STARTED))
          .extracting(Event::value)
          .containsExactlyInAnyOrder(1L, 2L, 2L, 3L);
      assertThat(events.of(EventKind.TASK_ENDED))
          .extracting(Event::value)
          .containsExactlyInAnyOrder(1L, 2L, 3L);
      assertThat(events.of(EventKind.TASK_ENDED)).noneMatch(end -> (end.flags() & Flags.LOST) != 0);
      assertThat(events.of(EventKind.DEFINE_OBJECT).stream().map(Event::value).distinct())
          .hasSize(1);
      assertThat(events.of(EventKind.PUT, EventKind.GET)).isEmpty();
    } finally {
      recording.delete();
    }
  }
}

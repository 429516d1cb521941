package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import interleave.BesideOthers;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.python.PythonRun.Recorded;
import interleave.timeline.PoolTrack;
import interleave.timeline.ThreadLane;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pools of concurrent.futures: who ran which task when, and what came of it. */
@BesideOthers
class ExecutorsTest {
  private static final Map<String, PythonRun> runs = new LinkedHashMap<>();

  @BeforeAll
  static void run() throws Exception {
    List<Path> pythons = Pythons.some();
    List<String> methods = List.of("fork", "spawn", "forkserver");
    Map<Path, PythonRun> all =
        Pythons.each(
            pythons,
            python -> {
              String method = methods.get(pythons.indexOf(python) % methods.size());
              return PythonRun.of(python, "executors.py", method);
            });
    all.forEach((python, run) -> runs.put(python.toString(), run));
  }

  @Test
  void theProgramDoesWhatItDoesUntraced() {
    runs.forEach(
        (python, run) -> {
          assertThat(run.problems()).as(python).isEmpty();
          assertThat(run.notes()).as(python).isEmpty();
          assertThat(run.out().lines())
              .as(python + run.err())
              .containsExactly(
                  "[1, 2, 3]",
                  "True",
                  "OSError('2 is even') [3, 4]",
                  "2",
                  "[1, 2, 3, 4, 5]",
                  "4 is even",
                  run.out().lines().toList().get(6), // how pickling failed depends on the version
                  "BrokenProcessPool",
                  "BrokenProcessPool");
          assertThat(run.exit()).isZero();
        });
  }

  @Test
  void poolsAreCalledAsTheProgramCallsThem() {
    for (PythonRun run : runs.values()) {
      assertThat(run.timeline().pools())
          .extracting(PoolTrack::name)
          .containsExactlyInAnyOrder("threads", "processes", "dying");
      assertThat(run.of(TASK_SUBMITTED))
          .allMatch(it -> it.type() == ObjectType.POOL)
          .extracting(Recorded::text)
          .contains("add(0)", "add(1, other=2)", "odd(2)", "die()");
    }
  }

  @Test
  void theTasksOfAPoolOfThreadsRunInItsWorkers() {
    for (PythonRun run : runs.values()) {
      List<PoolTrack.Task> tasks = pool(run, "threads").tasks();
      assertThat(tasks)
          .extracting(PoolTrack.Task::name, PoolTrack.Task::outcome, PoolTrack.Task::result)
          .containsExactly(
              tuple("add(0)", "done", "1"),
              tuple("add(1)", "done", "2"),
              tuple("add(2)", "done", "3"),
              tuple("add(1, other=2)", "done", "3"),
              tuple("add(3)", "done", "4"),
              tuple("odd(2)", "failed", "OSError: 2 is even"),
              tuple("add(9)", "cancelled", ""));
      assertThat(tasks.get(0).lane()).isNotNegative().isNotEqualTo(tasks.get(0).submitter());
      assertThat(run.where(it -> it.kind() == RESULT_WAIT_BEGIN && it.object().equals("threads")))
          .extracting(Recorded::site)
          .contains("executors.py:31 of_threads");
    }
  }

  @Test
  void aChunkIsSplitIntoItsItems() {
    for (PythonRun run : runs.values()) {
      List<PoolTrack.Task> tasks = pool(run, "processes").tasks();
      assertThat(tasks)
          .extracting(PoolTrack.Task::name, PoolTrack.Task::outcome, PoolTrack.Task::result)
          .startsWith(
              tuple("add(0)", "done", "1"),
              tuple("add(1)", "done", "2"),
              tuple("add(2)", "done", "3"),
              tuple("add(3)", "done", "4"),
              tuple("add(4)", "done", "5"),
              tuple("odd(1)", "done", "1"),
              tuple("odd(3)", "done", "3"),
              tuple("odd(4)", "failed", "OSError: 4 is even"),
              tuple("odd(5)", "cancelled", "an item before it in its chunk failed"));
      ThreadLane worker = run.timeline().lanes().get(tasks.getFirst().lane());
      ThreadLane submitter = run.timeline().lanes().get(tasks.getFirst().submitter());
      assertThat(worker.process()).isNotEqualTo(submitter.process());
      assertThat(tasks.getLast().outcome()).isEqualTo("failed"); // it could not be sent
    }
  }

  @Test
  void tasksAreLostWithAWorkerThatDies() {
    for (PythonRun run : runs.values()) {
      assertThat(pool(run, "dying").tasks())
          .extracting(PoolTrack.Task::name, PoolTrack.Task::lost)
          .containsExactly(tuple("die()", true), tuple("add(1)", true));
      assertThat(run.where(it -> it.kind() == TASK_ENDED && (it.flags() & Flags.LOST) != 0))
          .extracting(Recorded::text)
          .containsOnly("a worker process ended abruptly");
    }
  }

  private static PoolTrack pool(PythonRun run, String name) {
    return run.timeline().pools().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no pool " + name + run.err()));
  }
}

package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import interleave.BesideOthers;
import interleave.event.Awaited;
import interleave.event.Flags;
import interleave.python.PythonRun.Recorded;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tasks of event loops: lanes of their own that run in turns, and what they await. */
@BesideOthers
class AsyncioTest {
  private static Map<Path, PythonRun> runs;

  @BeforeAll
  static void run() throws Exception {
    runs = Pythons.each(Pythons.some(), python -> PythonRun.of(python, "loop_tasks.py"));
  }

  @Test
  void theProgramDoesWhatItDoesUntraced() {
    runs.forEach(
        (python, run) -> {
          assertThat(run.problems()).as("%s", python).isEmpty();
          assertThat(run.notes()).as("%s", python).isEmpty();
          assertThat(run.out().lines())
              .as("%s %s", python, run.err())
              .containsExactly("[('one', 'other'), None]", "no bad", "timeout", "3", "[1, 2, 3]");
          assertThat(run.err()).isEmpty();
          assertThat(run.exit()).isZero();
        });
  }

  @Test
  void aTaskIsALaneThatItsCreatorStarts() {
    for (PythonRun run : runs.values()) {
      ThreadLane second = lane(run, "second");
      assertThat(second.kind()).isEqualTo(ThreadLane.Kind.TASK);
      Recorded started =
          run.of(THREAD_STARTED).stream().filter(it -> it.value() == second.id()).findFirst().get();
      assertThat(started.thread()).isEqualTo("Task-1 answers");
      assertThat(started.site()).isEqualTo("loop_tasks.py:20 answers");
    }
  }

  @Test
  void runningAndAwaitingAreToldApartAndWhatIsAwaited() {
    for (PythonRun run : runs.values()) {
      assertThat(spans(lane(run, "second")))
          .containsSubsequence("SYNC_WAIT its turn", "RUNNING ask", "SLEEPING sleep 0.15");
      assertThat(spans(named(run, "both")))
          .contains("JOINING awaits Task-2 ask", "JOINING awaits second");
      assertThat(spans(named(run, "answers"))).contains("JOINING awaits 2 tasks");
      assertThat(run.where(it -> it.kind() == AWAIT_BEGIN && what(it) == Awaited.RESULT))
          .extracting(Recorded::object, Recorded::site)
          .containsExactly(tuple("asyncio", "loop_tasks.py:35 answers"));
      assertThat(run.where(it -> it.kind() == AWAIT_BEGIN && what(it) == Awaited.SLEEP))
          .extracting(Recorded::site)
          .contains("loop_tasks.py:8 ask");
    }
  }

  @Test
  void theThreadOfTheLoopSaysWhichTaskItRuns() {
    for (PythonRun run : runs.values()) {
      ThreadLane main = lane(run, "MainThread");
      assertThat(main.kind()).isEqualTo(ThreadLane.Kind.PLATFORM);
      assertThat(spans(main))
          .contains("RUNNING second", "RUNNING Task-1 answers", "SLEEPING nothing to do");
      assertThat(run.timeline().lanes())
          .filteredOn(it -> it.kind() == ThreadLane.Kind.PLATFORM && it.index() != main.index())
          .anyMatch(
              it -> spans(it).stream().anyMatch(each -> each.matches("RUNNING Task-\\d+ ask")));
      Spans of = main.spans();
      for (int i = 0; i < of.size(); i++) {
        if (of.state(i) == ThreadState.RUNNING && of.about(i) == Spans.About.LANE) {
          Spans task = run.timeline().lanes().get(of.object(i)).spans();
          assertThat(task.state(task.at(of.start(i))))
              .isIn(
                  ThreadState.RUNNING,
                  ThreadState.LOCK_WAIT,
                  ThreadState.QUEUE_WAIT,
                  ThreadState.SYNC_WAIT);
        }
      }
    }
  }

  @Test
  void aTaskEndsWithItsResultItsExceptionOrCancelled() {
    for (PythonRun run : runs.values()) {
      assertThat(ends(run, "second")).containsExactly("0 'other'");
      assertThat(ends(run, "never")).containsExactly(Flags.CANCELLED + " ");
      assertThat(
              ends(run, "Task-3 ask").isEmpty() ? ends(run, "Task-4 ask") : ends(run, "Task-3 ask"))
          .containsExactly(Flags.FAILED + " ValueError: no bad");
    }
  }

  @Test
  void locksAndTheirLikeAreHeldByTasksAndWaitedForByTasks() {
    for (PythonRun run : runs.values()) {
      assertThat(run.where(it -> it.object().equals("Shelf.lock") && it.kind() == LOCK_ACQUIRED))
          .extracting(Recorded::thread, Recorded::site)
          .hasSize(3)
          .contains(tuple("worker 0", "loop_tasks.py:48 worker"))
          .contains(tuple("worker 1", "loop_tasks.py:48 worker"));
      assertThat(run.of(LOCK_REQUEST)).extracting(Recorded::thread).contains("worker 1");
      assertThat(run.of(PERMIT_ACQUIRED)).hasSize(3).allMatch(it -> it.type() != null);
      assertThat(run.where(it -> it.object().equals("Shelf.full") && it.kind() == WAIT_END))
          .extracting(Recorded::thread)
          .containsExactly("waiter 0", "waiter 1");
      assertThat(run.of(NOTIFY)).hasSize(1);
      assertThat(run.where(it -> it.object().equals("Shelf.open") && it.kind() == ARRIVED))
          .extracting(Recorded::thread)
          .hasSize(1);
    }
  }

  @Test
  void whatAQueueGivesIsTheMessageThatWasPut() {
    for (PythonRun run : runs.values()) {
      List<Recorded> puts = run.where(it -> it.object().equals("ordered") && it.kind() == PUT);
      assertThat(puts).extracting(Recorded::text).containsExactly("3", "1", "2");
      assertThat(run.where(it -> it.object().equals("ordered") && it.kind() == GET))
          .extracting(Recorded::value)
          .containsExactly(puts.get(1).value(), puts.get(2).value(), puts.get(0).value());
      assertThat(run.where(it -> it.object().equals("items") && it.kind() == GET)).hasSize(7);
      assertThat(run.of(QUEUE_CAPACITY)).extracting(Recorded::value).contains(2L);
    }
  }

  private static Awaited what(Recorded event) {
    return Awaited.of(event.flags() & 0xFF);
  }

  private static ThreadLane lane(PythonRun run, String name) {
    return run.timeline().lanes().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no lane " + name + run.err()));
  }

  /** The lane of the task that runs that function. */
  private static ThreadLane named(PythonRun run, String function) {
    return run.timeline().lanes().stream()
        .filter(it -> it.name().endsWith(" " + function))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ends(PythonRun run, String name) {
    return run.where(it -> it.kind() == THREAD_END && it.thread().equals(name)).stream()
        .map(it -> (it.flags() & 0xFF) + " " + it.text())
        .toList();
  }

  private static List<String> spans(ThreadLane lane) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lane.spans().size(); i++) {
      all.add(lane.spans().state(i) + " " + lane.spans().label(i));
    }
    return all;
  }
}

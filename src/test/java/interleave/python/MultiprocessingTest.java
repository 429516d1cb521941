package interleave.python;

import static interleave.event.EventKind.*;
import static interleave.python.MultiprocessingQueuesTest.Methods;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Locks, pools and managers of processes. */
@BesideOthers
class MultiprocessingTest {
  @Test
  void locksHaveTheirHolderAndTheirWaitersInAllProcesses() throws Exception {
    twoWays("mp_locks.py")
        .forEach(
            (how, run) -> {
              healthy(how, run);
              assertThat(run.out().lines())
                  .as(how)
                  .containsExactly(
                      "10 True False False",
                      "semaphore or lock released too many times",
                      "True <RLock");
              assertThat(run.err()).as(how).isEmpty();
              LockTrack lock = lock(run.timeline(), "balance_lock");
              assertThat(lock.process()).as(how).isEqualTo(-1);
              assertThat(lock.acquires()).as(how).isEqualTo(12);
              assertThat(lock.contended()).as(how).isPositive();
              assertThat(lock.owners()).as(how).hasSize(3);
              assertThat(lock(run.timeline(), "again").acquires()).as(how).isEqualTo(10);
              long count = keyOf(run, "count");
              // Reading and writing the value take its lock, at the line that does so.
              assertThat(
                      run.where(it -> it.kind() == LOCK_ACQUIRED && it.key() == count).stream()
                          .filter(it -> it.site().endsWith(" work")))
                  .as(how)
                  .hasSize(20);
              assertThat(run.timeline().synchronizers())
                  .as(how)
                  .extracting(SynchronizerTrack::name)
                  .contains("permits", "ready")
                  .doesNotContain("");
              assertThat(
                      run.timeline().synchronizers().stream()
                          .filter(it -> it.name().equals("done") && it.openings() == 1))
                  .as("%s: set by a process that got it from another", how)
                  .hasSize(1);
              assertThat(run.where(it -> it.kind() == WAIT_END && it.object().equals("changed")))
                  .as(how)
                  .hasSize(1);
            });
  }

  @Test
  void aPoolsTasksAreKnownWithWorkerArgumentsResultAndChunk() throws Exception {
    twoWays("mp_pool.py")
        .forEach(
            (how, run) -> {
              healthy(how, run);
              assertThat(run.out().lines())
                  .as(how)
                  .containsExactly(
                      "[0, 1, 4, 9, 16]",
                      "[8, 9]",
                      "[36, 49] [64, 81]",
                      "callback 100",
                      "100",
                      "13 False",
                      "never answered",
                      "[1, 4]");
              PoolTrack pool = run.timeline().pools().getFirst();
              PoolTrack.Task chunk = task(pool, "square(0) … square(1)");
              PoolTrack.Task item = task(pool, "square(1)");
              assertThat(chunk.outcome()).as(how).isEqualTo("done");
              assertThat(item.lane()).as(how).isEqualTo(chunk.lane());
              assertThat(item.started()).as(how).isGreaterThanOrEqualTo(chunk.started());
              assertThat(item.ended()).as(how).isLessThanOrEqualTo(chunk.ended());
              assertThat(item.result()).as(how).isEqualTo("1");
              assertThat(task(pool, "square(4)").outcome()).as(how).isEqualTo("done");
              assertThat(task(pool, "pow(3, 2)").result()).as(how).isEqualTo("9");
              assertThat(task(pool, "square(12)").outcome()).as(how).isEqualTo("done");
              assertThat(task(pool, "square(13)").result()).as(how).isEqualTo("KeyError: 13");
              assertThat(task(pool, "square(13)").failed()).as(how).isTrue();
              assertThat(task(run.timeline().pools().get(1), "die(0)").lost()).as(how).isTrue();
              assertThat(pool.workers().size()).as(how).isGreaterThan(2);
              assertThat(
                      run.where(
                          it ->
                              it.kind() == RESULT_WAIT_END && (it.flags() & Flags.TIMED_OUT) != 0))
                  .as(how)
                  .hasSize(1);
              PoolTrack threads = run.timeline().pools().getLast();
              assertThat(task(threads, "square(2)").result()).as(how).isEqualTo("4");
            });
  }

  @Test
  void aCallGoesFromTheClientToAThreadOfTheServerAndBack() throws Exception {
    Map<String, PythonRun> runs = twoWays("mp_manager.py");
    runs.forEach(
        (how, run) -> {
          healthy(how, run);
          assertThat(run.out().lines())
              .as(how)
              .containsExactlyInAnyOrder("[49, 49, 64]", "empty", "1 1 {'a': 1}");
          List<Arrow> calls = arrows(run.timeline(), Arrow.Kind.CALL);
          assertThat(calls).as(how).hasSameSizeAs(arrows(run.timeline(), Arrow.Kind.ANSWER));
          assertThat(calls.size()).as(how).isEqualTo(run.of(EventKind.CALL_BEGIN).size());
          for (Arrow call : calls) {
            int from = run.timeline().lanes().get(call.fromLane()).process();
            int to = run.timeline().lanes().get(call.toLane()).process();
            assertThat(from).as(how).isNotEqualTo(to);
          }
          assertThat(run.where(it -> it.kind() == CALL_BEGIN && it.text().equals("tasks.put(7)")))
              .as(how)
              .hasSize(2)
              .allMatch(it -> it.site().endsWith(" main"));
          assertThat(run.where(it -> it.kind() == CALL_END && (it.flags() & Flags.TIMED_OUT) != 0))
              .as(how)
              .singleElement()
              .matches(it -> it.text().equals("Empty"));
        });
  }

  @Test
  void whatGoesThroughAPoolsQueuesIsToldAsItsTasksAlsoWhereTheyAreTheProgramsOwn()
      throws Exception {
    Pythons.each(Pythons.some(), python -> PythonRun.of(python, "pool_with_own_queues.py"))
        .forEach(
            (python, run) -> {
              assertThat(run.out()).as("%s", python).isEqualTo("[0, 1, 4, 9]\n");
              assertThat(run.notes()).as("%s", python).isEmpty();
              assertThat(run.timeline().queues()).as("%s", python).isEmpty();
              assertThat(run.of(TASK_SUBMITTED)).as("%s", python).hasSize(4);
              assertThat(run.of(TASK_ENDED)).as("%s", python).hasSize(4);
            });
  }

  @Test
  void aMessageThroughAServedQueueIsTheClients() throws Exception {
    PythonRun run = PythonRun.of(Pythons.newest(), "mp_manager.py", "fork");
    QueueTrack tasks =
        run.timeline().queues().stream()
            .filter(it -> it.name().equals("tasks"))
            .findFirst()
            .orElseThrow();
    List<QueueTrack.Message> all =
        IntStream.range(0, tasks.messages()).mapToObj(tasks::message).toList();
    assertThat(all)
        .hasSize(3)
        .extracting(QueueTrack.Message::preview)
        .containsExactly("7", "7", "8");
    for (QueueTrack.Message each : all) {
      int from = run.timeline().lanes().get(each.fromLane()).process();
      int to = run.timeline().lanes().get(each.toLane()).process();
      assertThat(run.timeline().processes().get(from).parent()).isEqualTo(-1);
      assertThat(to).isNotEqualTo(from);
      assertThat(run.timeline().site(each.getSite()).function()).isEqualTo("work");
    }
  }

  /** Forked under several versions, and spawned under the oldest, which is slower. */
  private static Map<String, PythonRun> twoWays(String script) throws Exception {
    Map<String, PythonRun> runs = Methods.run(script, Pythons.some(), List.of("fork"));
    runs.putAll(Methods.run(script, List.of(Pythons.all().getFirst()), List.of("spawn")));
    return runs;
  }

  private static void healthy(String how, PythonRun run) {
    assertThat(run.problems()).as(how).isEmpty();
    assertThat(run.notes()).as(how).isEmpty();
    assertThat(run.exit()).as(how + run.err()).isZero();
  }

  /** Which lock it is in all processes; who made it knows its name. */
  private static long keyOf(PythonRun run, String name) {
    return run.where(it -> it.object().equals(name)).getFirst().key();
  }

  private static LockTrack lock(Timeline timeline, String name) {
    return timeline.locks().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static PoolTrack.Task task(PoolTrack pool, String name) {
    return pool.tasks().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<Arrow> arrows(Timeline timeline, Arrow.Kind kind) {
    return timeline.arrows().stream().filter(it -> it.kind() == kind).toList();
  }
}

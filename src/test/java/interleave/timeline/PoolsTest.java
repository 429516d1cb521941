package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.explain.Explanation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pools between threads: what waits for what, who steals what, who waits for which result. */
class PoolsTest {
  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(1, "Program");
  private final Trace.Thread main = program.thread(1, "main");
  private final Trace.Thread one = program.thread(2, "worker-1");
  private final Trace.Thread two = program.thread(3, "worker-2");
  private int pool;

  @BeforeEach
  void makePool() {
    pool = program.object(ObjectType.POOL, 0, "Main.pool");
  }

  private void submitted(Trace.Thread by, long time, int flags, long id, String name) {
    by.at(time).event(TASK_SUBMITTED, flags, pool, id, name);
  }

  private void ran(Trace.Thread by, long from, long to, long id) {
    by.at(from).event(TASK_STARTED, pool, id);
    by.at(to).event(TASK_ENDED, Flags.IDLE, pool, id, null);
  }

  private void depends(Trace.Thread by, long time, long task, long before) {
    by.at(time).event(TASK_DEPENDS, pool, before << 32 | task);
  }

  private PoolTrack end() {
    return trace.end().pools().getFirst();
  }

  @Test
  void aTaskThatStartsElsewhereThanWhereItWasForkedIsStolen() {
    submitted(main, 1, 0, 1, "Sum 1");
    one.at(2).event(TASK_STARTED, pool, 1);
    submitted(one, 3, Flags.FORK, 2, "Sum 2");
    submitted(one, 4, Flags.FORK, 3, "Sum 3");
    two.at(5).event(TASK_STARTED, pool, 2);
    one.at(6).event(TASK_STARTED, pool, 3);
    one.at(7).event(TASK_ENDED, pool, 3);
    two.at(8).event(TASK_ENDED, pool, 2);
    one.at(9).event(TASK_ENDED, pool, 1);
    PoolTrack track = end();
    assertThat(track.tasks())
        .extracting(PoolTrack.Task::stolen)
        .containsExactly(false, true, false);
    assertThat(track.tasks()).extracting(PoolTrack.Task::parent).containsExactly(-1, 0, 0);
    int thief = track.tasks().get(1).lane();
    int victim = track.tasks().get(1).submitter();
    assertThat(track.steals()).containsExactly(new PoolTrack.Steal(thief, victim, 1));
    assertThat(track.thefts().size()).isEqualTo(1);
    assertThat(track.thefts().task(0)).isEqualTo(1);
  }

  @Test
  void aTaskWhoseWorkerDiedIsDoneByTheOneItWasGivenToNext() {
    Trace.Process first = trace.process(2, "Worker-1");
    Trace.Process second = trace.process(3, "Worker-2");
    int here = first.object(ObjectType.POOL, 7, "pool");
    int there = second.object(ObjectType.POOL, 7, "pool");
    int made = program.object(ObjectType.POOL, 7, "pool");
    main.at(1).event(TASK_SUBMITTED, 0, made, 1, "a");
    main.at(1).event(TASK_SUBMITTED, 0, made, 2, "b");
    first.thread(1, "main").at(2).event(TASK_STARTED, here, 1);
    Trace.Thread worker = second.thread(1, "main");
    worker.at(7).event(TASK_STARTED, there, 1);
    worker.at(9).event(TASK_ENDED, there, 1);
    worker.at(20).event(TASK_STARTED, there, 2);
    worker.at(22).event(TASK_ENDED, there, 2);
    PoolTrack track = trace.end().pools().getLast();
    PoolTrack.Task task = track.tasks().getFirst();
    assertThat(List.of(task.started(), task.ended())).containsExactly(7L, 9L);
    assertThat(task.outcome()).isEqualTo("done");
    assertThat(task.lost()).isFalse();
    PoolTrack.Load load = track.load();
    assertThat(IntStream.range(0, load.steps()).mapToObj(load::waiting))
        .containsExactly(1, 2, 1, 1, 1, 0, 0);
    assertThat(IntStream.range(0, load.steps()).mapToObj(load::running))
        .containsExactly(0, 0, 1, 1, 0, 1, 0);
    assertThat(load.ended(load.steps() - 1)).isEqualTo(2);
  }

  @Test
  void aWorkerRunsTheInnermostOfTasksWithinTasks() {
    submitted(main, 1, 0, 1, "outer");
    one.at(2).event(TASK_STARTED, pool, 1);
    submitted(one, 3, Flags.FORK, 2, "inner");
    one.at(4).event(RESULT_WAIT_BEGIN, pool, 2);
    one.at(4).event(TASK_STARTED, pool, 2);
    one.at(6).event(TASK_ENDED, pool, 2);
    one.at(6).event(RESULT_WAIT_END, pool, 2);
    one.at(9).event(TASK_ENDED, pool, 1);
    PoolTrack.Worker worker = end().workers().getFirst();
    assertThat(worker.runs()).isEqualTo(3);
    assertThat(List.of(worker.task(0), worker.task(1), worker.task(2))).containsExactly(0, 1, 0);
    assertThat(List.of(worker.end(0), worker.end(1), worker.end(2))).containsExactly(4L, 6L, 9L);
    assertThat(worker.at(5)).isEqualTo(1);
  }

  @Test
  void betweenItsTasksAWorkerIsIdle() {
    submitted(main, 1, 0, 1, "a");
    submitted(main, 1, 0, 2, "b");
    ran(one, 2, 4, 1);
    ran(one, 7, 8, 2);
    one.at(10).event(THREAD_END);
    Timeline timeline = trace.end();
    Spans spans = timeline.lanes().get(1).spans();
    assertThat(spans.state(spans.at(5))).isEqualTo(ThreadState.QUEUE_WAIT);
    assertThat(spans.verb(spans.at(5))).isEqualTo(Spans.Verb.IDLE);
    assertThat(spans.state(spans.at(7))).isEqualTo(ThreadState.RUNNING);
    assertThat(spans.label(spans.at(7))).isEqualTo("b");
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(1, 4)))
        .isEqualTo("worker-1 had no task for 3 ns: it waited for pool to give it one.");
  }

  @Test
  void whoWaitsForAResultIsSaidToWaitForThatTask() {
    submitted(main, 1, 0, 1, "Square(7)");
    main.at(2).event(RESULT_WAIT_BEGIN, pool, 1);
    ran(one, 3, 40, 1);
    main.at(42).event(RESULT_WAIT_END, pool, 1);
    Timeline timeline = trace.end();
    Spans spans = timeline.lanes().getFirst().spans();
    int wait = spans.at(10);
    assertThat(spans.state(wait)).isEqualTo(ThreadState.JOINING);
    assertThat(spans.label(wait)).isEqualTo("waits for Square(7)");
    assertThat(spans.task(wait)).isZero();
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(0, 2)))
        .isEqualTo("main waited 40 ns for the result of Square(7), which ran in worker-1.");
  }

  @Test
  void whatHasNoWorkOfItsOwnIsOverWhenAllBeforeItAre() {
    submitted(main, 1, 0, 1, "a");
    submitted(main, 1, 0, 2, "b");
    submitted(main, 2, Flags.ALL_OF, 3, "all");
    depends(main, 2, 3, 1);
    depends(main, 2, 3, 2);
    submitted(main, 2, Flags.ANY_OF, 4, "any");
    depends(main, 2, 4, 1);
    depends(main, 2, 4, 2);
    ran(one, 3, 5, 1);
    ran(two, 3, 9, 2);
    PoolTrack track = end();
    assertThat(track.tasks().get(2).ended()).isEqualTo(9);
    assertThat(track.tasks().get(2).before()).containsExactly(0, 1);
    assertThat(track.tasks().get(3).ended()).isEqualTo(5);
    assertThat(track.tasks().get(2).outcome()).isEqualTo("done");
  }

  @Test
  void aStageThatWasNotNeededIsSkipped() {
    submitted(main, 1, 0, 1, "supplyAsync 1");
    submitted(main, 2, 0, 2, "exceptionally 2");
    depends(main, 2, 2, 1);
    submitted(main, 3, 0, 3, "thenApply 3");
    depends(main, 3, 3, 2);
    ran(one, 3, 5, 1);
    ran(one, 6, 7, 3);
    Timeline timeline = trace.end();
    PoolTrack.Task skipped = timeline.pools().getFirst().tasks().get(1);
    assertThat(skipped.outcome()).isEqualTo("skipped");
    assertThat(skipped.ended()).isEqualTo(5);
    assertThat(Explanation.sentence(timeline, new ThingRef.Task(0, 1)))
        .startsWith("exceptionally 2 was skipped: supplyAsync 1 did not fail.");
  }

  @Test
  void howManyWaitAndRunIsKnownForEveryMoment() {
    for (int id = 1; id <= 3; id++) {
      submitted(main, id, 0, id, "");
    }
    ran(one, 5, 6, 1);
    ran(two, 5, 7, 2);
    PoolTrack.Load load = end().load();
    int last = load.steps() - 1;
    assertThat(load.waiting(2)).isEqualTo(3);
    assertThat(load.running(4)).isEqualTo(2);
    assertThat(load.waiting(last)).isEqualTo(1);
    assertThat(load.running(last)).isZero();
  }

  @Test
  void oneCountSaysWhatATaskIsAtForWhoeverTellsOfIt() {
    submitted(main, 1, 0, 1, "outer");
    submitted(main, 1, 0, 2, "dropped");
    submitted(main, 1, Flags.ALL_OF, 3, "allOf");
    depends(main, 1, 3, 1);
    main.at(2).event(TASK_ENDED, Flags.CANCELLED, pool, 2, "dropped by the pool");
    one.at(3).event(TASK_STARTED, pool, 1);
    submitted(one, 4, 0, 4, "inner");
    one.at(5).event(TASK_STARTED, pool, 4);
    one.at(7).event(TASK_ENDED, pool, 4);
    one.at(8).event(TASK_ENDED, pool, 1);
    submitted(main, 9, 0, 5, "late");
    PoolTrack track = end();
    assertThat(track.counts(0)).isEqualTo(new PoolTrack.Counts(0, 0, 0));
    assertThat(track.counts(1)).as("one waits for others, no worker").isEqualTo(counts(2, 0, 0));
    assertThat(track.counts(2)).as("one is dropped").isEqualTo(counts(1, 0, 1));
    assertThat(track.counts(6)).as("a worker runs one").isEqualTo(counts(0, 1, 1));
    assertThat(track.counts(8)).as("the last comes later").isEqualTo(counts(0, 0, 4));
    assertThat(track.counts(9)).isEqualTo(counts(1, 0, 4));
    assertThat(track.tasks().stream().filter(task -> task.waits(1)).count()).isEqualTo(2);
  }

  private static PoolTrack.Counts counts(int waiting, int running, int ended) {
    return new PoolTrack.Counts(waiting, running, ended);
  }

  @Test
  void aTaskWithoutANameIsCalledByItsNumber() {
    submitted(main, 1, 0, 4, "");
    assertThat(end().tasks().getFirst().name()).isEqualTo("task 4");
  }

  @Test
  void sentencesTellWhatATaskWaitedForAndWhoStoleIt() {
    submitted(main, 1, 0, 1, "price");
    submitted(main, 1, 0, 2, "rate");
    submitted(main, 2, 0, 3, "combine");
    depends(main, 2, 3, 1);
    depends(main, 2, 3, 2);
    ran(one, 10, 20, 1);
    ran(two, 10, 30, 2);
    ran(two, 32, 40, 3);
    Timeline timeline = trace.end();
    assertThat(Explanation.sentence(timeline, new ThingRef.Task(0, 2)))
        .isEqualTo(
            "combine had to wait for price and rate. The last of them ended 2 ns before it ran, for"
                + " 8 ns, in worker-2.");
  }
}

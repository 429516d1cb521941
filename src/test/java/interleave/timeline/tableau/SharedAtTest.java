package interleave.timeline.tableau;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.TextMetrics;
import org.junit.jupiter.api.Test;

/** What is in pools, and who has the lock of an interpreter, at a moment. */
class SharedAtTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(7, "Program");
  private final Trace.Thread main = program.thread(1, "main");

  private Tableau.Actor actor(Timeline timeline, String name) {
    return TableauAt.at(timeline, 5 * MS, 10).actors().stream()
        .filter(actor -> actor.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aTaskThatWaitsIsCalledAsTheProgramCountsIt() {
    int pool = program.object(ObjectType.POOL, 0, "pool");
    main.at(1).event(TASK_SUBMITTED, 0, pool, 5, "longTask(4, 2477)");
    main.at(2).event(TASK_SUBMITTED, 0, pool, 6, "longTask(five hundred)");
    main.at(10 * MS).event(THREAD_END);
    assertThat(TableauAt.at(trace.end(), 5 * MS, 10).queues().getFirst().beads())
        .extracting(Tableau.Bead::text)
        .containsExactlyInAnyOrder("4", "6");
  }

  @Test
  void theNameOfAQueueStandsBesideItsMessagesAndNotBetweenTwoQueues() {
    for (String name : new String[] {"tasks", "results", "a queue with quite a long name"}) {
      int queue = program.object(ObjectType.QUEUE, 0, name);
      for (int i = 1; i < 30; i++) {
        main.at(i).event(PUT, 0, queue, i, Integer.toString(i));
      }
    }
    main.at(10 * MS).event(THREAD_END);
    Tableau stage = TableauAt.at(trace.end(), 5 * MS, 10);
    Brush brush = new Brush(TextMetrics.even());
    TableauLayout layout = TableauLayout.of(stage, 0, 0, 900, 400);
    for (Tableau.Pipe pipe : stage.queues()) {
      TableauLayout.Box box = layout.shared().get(pipe.thing());
      TableauPipe.draw(pipe, box, brush);
      Mark.Text name =
          brush.list(900, 400).marks().stream()
              .filter(mark -> mark instanceof Mark.Text text && text.x() == box.x() + 14)
              .map(Mark.Text.class::cast)
              .reduce((_, last) -> last)
              .orElseThrow();
      assertThat(name.text().substring(0, 5)).isEqualTo(pipe.name().substring(0, 5));
      assertThat(name.y()).isBetween(box.y() + 7, box.bottom() - 7);
    }
  }

  @Test
  void whatAWorkerForksLiesInItsOwnDeque() {
    int pool = program.object(ObjectType.POOL, 0, "pool");
    Trace.Thread worker = program.thread(2, "worker-1");
    main.at(1).event(TASK_SUBMITTED, 0, pool, 1, "Sum 1");
    worker.at(2).event(TASK_STARTED, 0, pool, 1, null);
    worker.at(3).event(TASK_SUBMITTED, Flags.FORK, pool, 2, "Sum 2");
    worker.at(4).event(TASK_SUBMITTED, Flags.FORK, pool, 3, "Sum 3");
    worker.at(9 * MS).event(TASK_STARTED, 0, pool, 3, null);
    main.at(10 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    Tableau.Pipe queue = TableauAt.at(timeline, 5 * MS, 10).queues().getFirst();
    assertThat(queue.beads()).isEmpty();
    assertThat(queue.more()).isZero();
    assertThat(queue.putters()).containsExactly(0);
    assertThat(actor(timeline, "worker-1").does()).isEqualTo("Sum 1 · 2 in its deque");
  }

  @Test
  void whoRunsWhileAnotherHasTheGilIsSaidToBeWithoutIt() {
    Trace.Thread other = program.thread(2, "other");
    main.at(0).event(DEFINE_THREAD, 0, 0, 11, "main").event(THREAD_BEGIN);
    other.at(1).event(DEFINE_THREAD, 0, 0, 12, "other").event(THREAD_BEGIN);
    trace.gil(2 * MS, GIL_HELD, 7, 11);
    trace.gil(8 * MS, GIL_FREE, 7, 0);
    main.at(10 * MS).event(THREAD_END);
    Timeline timeline = trace.end();
    assertThat(actor(timeline, "main").does()).isEqualTo("running");
    assertThat(actor(timeline, "other").does()).isEqualTo("without the GIL");
  }
}

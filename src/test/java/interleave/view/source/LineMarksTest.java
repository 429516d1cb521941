package interleave.view.source;

import static interleave.event.EventKind.LOCK_ACQUIRED;
import static interleave.event.EventKind.LOCK_RELEASED;
import static interleave.event.EventKind.SLEEP_BEGIN;
import static interleave.event.EventKind.SLEEP_END;
import static interleave.event.EventKind.TASK_ENDED;
import static interleave.event.EventKind.TASK_STARTED;
import static interleave.event.EventKind.TASK_SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import org.junit.jupiter.api.Test;

class LineMarksTest {
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "P");
  private final Trace.Thread main = process.thread(1, "main");
  private final Trace.Thread worker = process.thread(2, "worker");

  @Test
  void aWorkerWithoutATaskIsAtNoLine() {
    int pool = process.object(ObjectType.POOL, 1, "pool");
    main.at(1).in("main", 10).event(TASK_SUBMITTED, 0, pool, 1, "task");
    worker.at(10).event(TASK_STARTED, pool, 1);
    worker.at(20).in("work", 33).event(SLEEP_BEGIN);
    worker.at(30).event(SLEEP_END);
    worker.at(40).event(TASK_ENDED, Flags.IDLE, pool, 1, null);
    main.at(90).in("main", 12).event(SLEEP_BEGIN);
    Timeline timeline = trace.end();
    assertThat(LineMarks.at(timeline, 25, "P.java")).extracting(LineMark::line).contains(33);
    assertThat(LineMarks.at(timeline, 60, "P.java")).extracting(LineMark::line).doesNotContain(33);
    assertThat(LineMarks.newest(timeline, 60)).map(Site::line).isNotEqualTo(33);
  }

  @Test
  void theLineOfWhatIsSelectedIsKnown() {
    int lock = process.object(ObjectType.LOCK, 1, "lock");
    main.at(10).in("main", 7).event(SLEEP_BEGIN);
    main.at(20).event(SLEEP_END);
    main.at(30).in("main", 8).event(LOCK_ACQUIRED, lock);
    main.at(40).event(LOCK_RELEASED, lock);
    Timeline timeline = trace.end();
    assertThat(LineMarks.of(timeline, new ThingRef.Span(0, 10))).map(Site::line).hasValue(7);
    assertThat(LineMarks.of(timeline, new ThingRef.Hold(0, 30))).map(Site::line).hasValue(8);
    assertThat(LineMarks.of(timeline, new ThingRef.Lane(0))).isEmpty();
    assertThat(LineMarks.of(timeline, new ThingRef.Hold(9, 30))).isEmpty();
  }
}

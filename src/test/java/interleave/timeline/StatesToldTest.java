package interleave.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.ObjectType;
import interleave.event.WaitChannel;
import interleave.timeline.explain.Explanation;
import interleave.timeline.range.Inquiry;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.ThreadSheet;
import interleave.timeline.summary.Summaries;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of a thread in a file of another tool nothing is claimed that the file does not tell. */
class StatesToldTest {
  private final Trace trace = new Trace();
  private final Trace.Process process = trace.foreign(1, "Foreign");
  private final Trace.Thread thread = process.thread(1, "worker");

  private static List<ThreadState> states(Timeline timeline) {
    Spans spans = timeline.lanes().getFirst().spans();
    return IntStream.range(0, spans.size()).mapToObj(spans::state).toList();
  }

  private Trace.Thread told(long time, NativeState state, WaitChannel channel) {
    return thread.at(time).event(EventKind.STATE_TOLD, state.flags(channel), 0, 0, null);
  }

  @Test
  void aThreadOfWhichNoStateIsToldIsNeverSaidToRun() {
    thread.at(10).event(EventKind.THREAD_BEGIN);
    thread.at(110).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(states(timeline)).containsExactly(ThreadState.NOT_TOLD);
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(0)))
        .isEqualTo("What worker did is not told for 100 ns of its 100 ns.");
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(0, 10)))
        .isEqualTo("What worker did in these 100 ns is not told.");
    var times = Summaries.of(timeline).processes().getFirst().threads().getFirst().ns();
    assertThat(times.running()).isNull();
    assertThat(times.notTold()).isEqualTo(100);
  }

  @Test
  void aWaitThatIsToldIsShownAndBeforeAndAfterItNothing() {
    int lock = process.object(ObjectType.MONITOR, 0, "lock");
    thread.at(10).event(EventKind.THREAD_BEGIN);
    thread.at(20).event(EventKind.LOCK_REQUEST, lock);
    thread.at(50).event(EventKind.LOCK_ACQUIRED, lock);
    thread.at(60).event(EventKind.LOCK_RELEASED, lock);
    thread.at(70).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(states(timeline))
        .containsExactly(ThreadState.NOT_TOLD, ThreadState.LOCK_WAIT, ThreadState.NOT_TOLD);
    assertThat(ThreadSheet.of(Inquiry.whole(timeline)).columns())
        .extracting(Sheet.Column::title)
        .contains("not told");
  }

  @Test
  void aStateIsExactFromWhereItIsToldToTheNextOne() {
    told(10, NativeState.READY, WaitChannel.UNKNOWN);
    told(30, NativeState.RUNNING, WaitChannel.UNKNOWN);
    told(60, NativeState.ASLEEP, WaitChannel.DISK);
    told(90, NativeState.UNKNOWN, WaitChannel.UNKNOWN);
    thread.at(100).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(states(timeline))
        .containsExactly(
            ThreadState.READY,
            ThreadState.RUNNING,
            ThreadState.UNTRACED_WAIT,
            ThreadState.NOT_TOLD);
    Spans spans = timeline.lanes().getFirst().spans();
    assertThat(spans.label(2)).isEqualTo("waits for a disk");
    assertThat(Explanation.sentence(timeline, new ThingRef.Span(0, 60)))
        .isEqualTo("worker waited for 30 ns, for a disk.");
    assertThat(timeline.tellsStates()).isTrue();
    assertThat(timeline.seesThreads()).isFalse();
  }

  @Test
  void whatAThreadIsInTheMiddleOfIsMoreThanWhetherItRuns() {
    int lock = process.object(ObjectType.MONITOR, 0, "lock");
    told(10, NativeState.RUNNING, WaitChannel.UNKNOWN);
    thread.at(20).event(EventKind.LOCK_REQUEST, lock);
    told(30, NativeState.ASLEEP, WaitChannel.FUTEX);
    told(40, NativeState.READY, WaitChannel.UNKNOWN);
    told(50, NativeState.RUNNING, WaitChannel.UNKNOWN);
    thread.at(60).event(EventKind.LOCK_ACQUIRED, lock);
    thread.at(70).event(EventKind.THREAD_END);
    assertThat(states(trace.end()))
        .containsExactly(ThreadState.RUNNING, ThreadState.LOCK_WAIT, ThreadState.RUNNING);
  }

  @Test
  void aTaskRunsOnlyWhileItsThreadIsToldTo() {
    int pool = process.object(ObjectType.POOL, 0, "pool");
    told(10, NativeState.RUNNING, WaitChannel.UNKNOWN);
    thread.at(20).event(EventKind.TASK_STARTED, pool, 1);
    told(30, NativeState.READY, WaitChannel.UNKNOWN);
    told(40, NativeState.RUNNING, WaitChannel.UNKNOWN);
    thread.at(50).event(EventKind.TASK_ENDED, pool, 1);
    thread.at(60).event(EventKind.THREAD_END);
    assertThat(states(trace.end()))
        .containsExactly(
            ThreadState.RUNNING,
            ThreadState.RUNNING,
            ThreadState.READY,
            ThreadState.RUNNING,
            ThreadState.RUNNING);
  }
}

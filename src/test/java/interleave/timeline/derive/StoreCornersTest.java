package interleave.timeline.derive;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.SegmentInfo;
import interleave.event.TracedRuntime;
import interleave.event.ValueType;
import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.VariableTrack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What threads do that is not in order, not complete, or not alone. */
class StoreCornersTest {
  private final Trace trace = new Trace();
  private final Trace.Process bank = trace.process(7, "Bank");
  private final Trace.Thread one = bank.thread(1, "Thread-1");
  private final Trace.Thread two = bank.thread(2, "Thread-2");

  private static List<String> states(ThreadLane lane) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lane.spans().size(); i++) {
      all.add(lane.spans().state(i) + " " + lane.spans().start(i));
    }
    return all;
  }

  @Test
  void aWaitWithinAWaitComesBackToTheOuterOne() {
    int q = bank.object(ObjectType.QUEUE, 0, "q");
    int lock = bank.object(ObjectType.LOCK, 0, "q.lock");
    one.at(1).event(THREAD_BEGIN);
    one.at(10).event(GET_REQUEST, q);
    one.at(12).event(LOCK_REQUEST, lock);
    one.at(15).event(LOCK_ACQUIRED, lock, 3);
    one.at(16).event(WAIT_BEGIN, lock);
    one.at(30).event(WAIT_END, lock);
    one.at(31).event(LOCK_RELEASED, lock);
    one.at(32).event(GET, q, 1);
    assertThat(states(trace.end().lanes().getFirst()))
        .containsExactly(
            "RUNNING 1",
            "QUEUE_WAIT 10",
            "LOCK_WAIT 12",
            "QUEUE_WAIT 15",
            "SYNC_WAIT 16",
            "QUEUE_WAIT 30",
            "RUNNING 32");
  }

  @Test
  void aSpanAboutAThingOfTwoKindsNamesTheTrackOfItsOwnKind() {
    int first = bank.object(ObjectType.QUEUE, 0, "first");
    int both = bank.object(ObjectType.QUEUE, 0, "both");
    one.at(1).event(THREAD_BEGIN);
    one.at(10).event(GET, first, 1);
    one.at(20).event(GET_REQUEST, both);
    one.at(25).event(GET, both, 2);
    one.at(30).event(LOCK_REQUEST, both);
    one.at(40).event(LOCK_ACQUIRED, both);
    one.at(50).event(LOCK_RELEASED, both);
    Timeline timeline = trace.end();
    ThreadLane lane = timeline.lanes().getFirst();
    Spans spans = lane.spans();
    assertThat(spans.object(spans.at(22))).isEqualTo(1);
    assertThat(spans.object(spans.at(35))).isEqualTo(0);
    assertThat(lane.holds().object(lane.holds().at(45))).isEqualTo(0);
    assertThat(timeline.locks()).hasSize(1);
  }

  @Test
  void aThreadWhoseWakingGotLostIsAwakeWhenItSaysAnythingElse() {
    int lock = bank.object(ObjectType.LOCK, 0, "lock");
    one.at(1).event(SLEEP_BEGIN, 0, 5);
    one.at(10).event(LOCK_ACQUIRED, lock);
    one.at(20).event(SLEEP_BEGIN, 0, 5);
    one.at(30).event(LOCK_REQUEST, lock);
    one.at(40).event(LOCK_ABANDONED, lock);
    assertThat(states(trace.end().lanes().getFirst()))
        .containsExactly("SLEEPING 1", "RUNNING 10", "SLEEPING 20", "LOCK_WAIT 30", "RUNNING 40");
  }

  @Test
  void aTaskGoesOnAfterItsSleep() {
    int pool = bank.object(ObjectType.POOL, 0, "pool");
    one.at(1).event(THREAD_BEGIN);
    one.at(2).event(TASK_STARTED, pool, 3);
    one.at(5).event(SLEEP_BEGIN, 0, 5).at(9).event(SLEEP_END);
    one.at(12).event(TASK_ENDED, pool, 3).at(14).event(THREAD_END);
    Spans spans = trace.end().lanes().getFirst().spans();
    assertThat(spans.label(1)).isEqualTo("task 3");
    assertThat(spans.label(3)).isEqualTo("task 3");
    assertThat(spans.label(4)).isEmpty();
  }

  @Test
  void aHoldAroundManyOthersCountsInEveryOfTheirBlocks() {
    int outer = bank.object(ObjectType.LOCK, 0, "outer");
    int inner = bank.object(ObjectType.LOCK, 0, "inner");
    one.at(1).event(LOCK_ACQUIRED, outer);
    for (int i = 0; i < 100; i++) {
      one.at(10 + 10 * i).event(LOCK_ACQUIRED, inner).at(15 + 10 * i).event(LOCK_RELEASED, inner);
    }
    one.at(2000).event(LOCK_RELEASED, outer);
    Spans holds = trace.end().lanes().getFirst().holds();
    assertThat(holds.nanosIn(ThreadState.RUNNING, 500, 900)).isEqualTo(400);
    assertThat(holds.nanosIn(ThreadState.RUNNING, 0, 3000)).isEqualTo(1999);
  }

  @Test
  void readersShareALockAndItIsHeldWhileAnyOfThemHoldsIt() {
    int lock = bank.object(ObjectType.READ_WRITE_LOCK, 0, "lock");
    one.at(10).event(LOCK_ACQUIRED, Flags.SHARED, lock, 0, null);
    two.at(15).event(LOCK_ACQUIRED, Flags.SHARED, lock, 0, null);
    one.at(20).event(LOCK_RELEASED, lock);
    two.at(30).event(LOCK_RELEASED, lock);
    LockTrack.Holds holds = trace.end().locks().getFirst().holds();
    assertThat(holds.size()).isEqualTo(2);
    assertThat(holds.shared(1)).isTrue();
    assertThat(holds.nanosHeld(0, 100)).isEqualTo(20);
  }

  @Test
  void aKilledProcessHoldsAndWaitsNoLonger() {
    Trace.Process other = trace.process(8, "Other", 7);
    Trace.Thread dying = other.thread(1, "main");
    int here = bank.object(ObjectType.LOCK, 77, "lock");
    int there = other.object(ObjectType.LOCK, 77, "lock");
    dying.at(10).event(LOCK_ACQUIRED, there);
    one.at(15).event(LOCK_REQUEST, here);
    trace.engine(20, CHILD_EXIT, Flags.SIGNAL, 9L << 32 | 8, null);
    one.at(30).event(LOCK_ACQUIRED, here, 15);
    Timeline timeline = trace.end();
    assertThat(timeline.locks()).hasSize(1);
    assertThat(timeline.locks().getFirst().process()).isEqualTo(-1);
    assertThat(timeline.locks().getFirst().holds().end(0)).isEqualTo(20);
    assertThat(timeline.locks().getFirst().waitingAt(25)).isEqualTo(1);
    assertThat(timeline.locks().getFirst().waitingAt(30)).isZero();
  }

  @Test
  void aGetThatIsDoneBeforeThePutLookedAtTheClockIsTheSameMessage() {
    int q = bank.object(ObjectType.QUEUE, 0, "q");
    one.at(10).event(PUT_REQUEST, q);
    two.at(14).event(GET, q, 1);
    one.at(16).event(PUT, 0, q, 1, "A");
    QueueTrack queue = trace.end().queues().getFirst();
    assertThat(queue.messages()).isEqualTo(1);
    assertThat(queue.message(0).put()).isEqualTo(14);
    assertThat(queue.message(0).putRequest()).isEqualTo(10);
    assertThat(queue.message(0).preview()).isEqualTo("A");
    assertThat(queue.lost()).isZero();
  }

  @Test
  void eachGetFromATopicIsACopyOfTheSamePut() {
    int q = bank.object(ObjectType.QUEUE, 0, "topic://q");
    one.at(10).event(PUT, Flags.COPIES, q, 1, "A");
    two.at(14).event(GET, Flags.COPIES, q, 1, "A");
    one.at(16).event(GET, Flags.COPIES, q, 1, "A");
    one.at(20).event(PUT, Flags.COPIES, q, 2, "to nobody");
    QueueTrack queue = trace.end().queues().getFirst();
    assertThat(queue.messages()).isEqualTo(3);
    assertThat(queue.message(1).put()).isEqualTo(10);
    assertThat(queue.message(1).get()).isEqualTo(16);
    assertThat(queue.message(1).again()).isFalse();
    assertThat(queue.gets()).isEqualTo(2);
    assertThat(queue.maxDepth()).isZero();
  }

  @Test
  void copiesThatAreGotBeforeThePutIsToldHaveItAll() {
    int q = bank.object(ObjectType.QUEUE, 0, "topic://q");
    two.at(14).event(GET, Flags.COPIES, q, 1, "A");
    one.at(15).event(GET, Flags.COPIES, q, 1, "A");
    two.at(16).event(GET, Flags.COPIES, q, 1, "A");
    one.at(17).event(PUT, Flags.COPIES, q, 1, "A");
    QueueTrack queue = trace.end().queues().getFirst();
    assertThat(queue.messages()).isEqualTo(3);
    for (int i = 0; i < 3; i++) {
      assertThat(queue.message(i).put()).isEqualTo(14);
      assertThat(queue.message(i).get()).isEqualTo(14 + i);
      assertThat(queue.message(i).lost()).isFalse();
    }
    assertThat(queue.maxDepth()).isZero();
  }

  @Test
  void anIdThatComesAgainIsAnotherMessage() {
    int q = bank.object(ObjectType.QUEUE, 0, "q");
    for (int i = 0; i < 3; i++) {
      one.at(10 + 10 * i).event(PUT, 0, q, 1, "again");
      two.at(15 + 10 * i).event(GET, q, 1);
    }
    QueueTrack queue = trace.end().queues().getFirst();
    assertThat(queue.messages()).isEqualTo(3);
    assertThat(queue.message(1).get()).isEqualTo(25);
    assertThat(queue.firstPutAt(16)).isEqualTo(1);
  }

  @Test
  void lostEventsLeaveAGap() {
    SegmentInfo segment = new SegmentInfo(Path.of("x"), TracedRuntime.JAVA, 7, 0, 0, 0, false);
    trace.store.lost(segment, 10, 100, 200);
    trace.store.lost(segment, 30, 100, 300);
    assertThat(trace.end().gaps())
        .containsExactly(new Timeline.Gap(0, 100, 200, 10), new Timeline.Gap(0, 100, 300, 20));
  }

  @Test
  void aLateEventCountsFromTheWatermarkOn() {
    int v = bank.object(ObjectType.VARIABLE, 0, "v");
    one.at(1_000_000_000).reads(v, 1);
    trace.store.advance(2_000_000_000);
    two.at(5).writes(v, 2);
    one.at(3_000_000_000L).reads(v, 2);
    VariableTrack track = trace.end().variables().getFirst();
    assertThat(trace.store.late()).isTrue();
    for (int i = 1; i < track.size(); i++) {
      assertThat(track.time(i)).isGreaterThanOrEqualTo(track.time(i - 1));
    }
  }

  @Test
  void whatIsReadOnceMoreKeepsItsIndices() {
    int b = bank.object(ObjectType.LOCK, 0, "b");
    int q = bank.object(ObjectType.QUEUE, 4, "q");
    Trace.Process child = trace.process(8, "Child", 7);
    two.at(5).event(LOCK_ACQUIRED, b);
    one.at(6).event(PUT, 0, q, 1, "A");
    child.thread(1, "main").at(7).event(PUT, 0, child.object(ObjectType.QUEUE, 4, "q"), 2, "B");
    Timeline before = trace.end();
    TimelineStore again = trace.store.again();
    SegmentInfo other = new SegmentInfo(Path.of("c"), TracedRuntime.JAVA, 8, 7, 0, 0, false);
    again.segment(other);
    again.event(other, THREAD_BEGIN, 0, 1, 0, 0, 0, 3, null);
    again.finish();
    Timeline after = again.snapshot();
    assertThat(after.processes().stream().map(ProcessTrack::pid)).containsExactly(7L, 8L);
    assertThat(after.lanes().stream().map(ThreadLane::id))
        .isEqualTo(before.lanes().stream().map(ThreadLane::id).toList());
    assertThat(after.locks().getFirst().name()).isEqualTo("b");
    assertThat(after.queues()).hasSize(1);
  }

  @Test
  void aThingThatAHarmedRecordingTakesForTwoIsTwo() {
    int lock = bank.object(ObjectType.LOCK, 0, "lock");
    int queue = bank.object(ObjectType.QUEUE, 0, "q");
    one.at(10).event(LOCK_ACQUIRED, lock);
    one.at(11).event(LOCK_ACQUIRED, queue);
    one.at(12).event(PUT, queue, 1);
    one.at(13).event(TASK_SUBMITTED, queue, 1);
    one.at(14).event(SYNC_STATE, queue, 1);
    one.at(15).event(IO_BEGIN, queue);
    Timeline timeline = trace.end();
    assertThat(timeline.locks()).hasSize(2);
    assertThat(timeline.queues()).hasSize(1);
    assertThat(timeline.pools()).hasSize(1);
    assertThat(timeline.synchronizers()).hasSize(1);
  }

  @Test
  void aTaskThatAHarmedRecordingStartsTwiceIsLostWithItsLastWorkerOnly() {
    Trace.Process python = trace.python(8, "Pool", 7);
    int pool = python.object(ObjectType.POOL, 0, "pool");
    Trace.Thread first = python.thread(1, "first");
    Trace.Thread second = python.thread(2, "second");
    first.at(10).event(TASK_STARTED, pool, 5);
    second.at(20).event(TASK_STARTED, pool, 5);
    Timeline timeline = trace.end();
    PoolTrack.Task task = timeline.pools().getFirst().tasks().getFirst();
    assertThat(task.lost()).isTrue();
    assertThat(timeline.lanes().get(task.lane()).name()).isEqualTo("second");
  }

  @Test
  void aCarrierThatWaitsItselfCarriesNobody() {
    Trace.Thread virtual = bank.virtual(3, "v");
    int lock = bank.object(ObjectType.LOCK, 0, "lock");
    two.at(1).event(LOCK_REQUEST, lock);
    virtual.at(2).event(THREAD_BEGIN).event(CARRIER, 0, 2);
    virtual.at(9).event(SLEEP_BEGIN, 0, 100);
    Timeline timeline = trace.end();
    assertThat(timeline.lanes()).hasSize(3);
    assertThat(states(timeline.lanes().get(1))).endsWith("RUNNING 2");
  }

  @Test
  void aProcessThatIsSaidToBeACopyOfItselfHasAName() {
    one.at(1).event(PROCESS_EXEC, 0, 0, 0, "other");
    one.at(2).event(CHILD_START, Flags.FORK, 0, 7, null);
    assertThat(trace.end().processes().getFirst().name()).contains("other");
  }

  @Test
  void whatHappensToAMessageOrATaskLaterIsNotInAnOlderSnapshot() {
    int queue = bank.object(ObjectType.QUEUE, 0, "q");
    int pool = bank.object(ObjectType.POOL, 0, "p");
    one.at(10).event(PUT, queue, 1);
    one.at(11).event(TASK_SUBMITTED, pool, 1);
    trace.store.advance(30_000_000);
    Timeline before = trace.store.snapshot();
    Trace.Thread newer = bank.thread(99, "newer");
    newer.at(40_000_000).event(GET, queue, 1);
    newer.at(41_000_000).event(TASK_STARTED, pool, 1);
    newer.at(42_000_000).event(TASK_ENDED, pool, 1);
    Timeline after = trace.end();
    assertThat(before.queues().getFirst().message(0).get()).isEqualTo(Timeline.OPEN);
    assertThat(before.queues().getFirst().message(0).toLane()).isEqualTo(-1);
    PoolTrack.Task task = before.pools().getFirst().tasks().getFirst();
    assertThat(task.started()).isEqualTo(Timeline.OPEN);
    assertThat(task.lane()).isEqualTo(-1);
    assertThat(task.outcome()).isNull();
    int lane = after.queues().getFirst().message(0).toLane();
    assertThat(after.lanes().get(lane).name()).isEqualTo("newer");
    assertThat(after.pools().getFirst().tasks().getFirst().outcome()).isEqualTo("done");
  }

  @Test
  void snapshotsMayBeReadWhileTheStoreIsFed() throws InterruptedException {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    int lock = bank.object(ObjectType.LOCK, 0, "lock");
    int v = bank.object(ObjectType.VARIABLE, 0, "v");
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    while (trace.store.snapshot().live()) {
                      check(trace.store.snapshot());
                    }
                    check(trace.store.snapshot());
                  } catch (Throwable e) {
                    failure.set(e);
                  }
                });
    for (int i = 0; i < 40_000; i++) {
      long at = 10L + 10L * i;
      Trace.Thread who = i % 2 == 0 ? one : two;
      who.at(at).event(LOCK_ACQUIRED, lock);
      who.at(at + 2).event(EventKind.FIELD_WRITE, ValueType.INT.code(), v, i, null);
      who.at(at + 5).event(LOCK_RELEASED, lock);
      if (i % 500 == 0) {
        trace.store.advance(at + 20_000_000);
      }
    }
    trace.end();
    reader.join();
    assertThat(failure.get()).isNull();
  }

  private static void check(Timeline timeline) {
    for (LockTrack lock : timeline.locks()) {
      LockTrack.Holds holds = lock.holds();
      for (int i = Math.max(1, holds.size() - 2000); i < holds.size(); i++) {
        assertThat(holds.start(i)).isGreaterThan(holds.start(i - 1));
        assertThat(holds.end(i - 1)).isLessThanOrEqualTo(holds.start(i));
      }
      assertThat(holds.nanosHeld(timeline.start(), timeline.now())).isNotNegative();
    }
    for (VariableTrack variable : timeline.variables()) {
      int size = variable.size();
      if (size > 0) {
        assertThat(variable.max(variable.time(0), variable.time(size - 1) + 1)).isEqualTo(size - 1);
      }
    }
  }
}

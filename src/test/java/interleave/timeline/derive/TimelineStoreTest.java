package interleave.timeline.derive;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.ValueType;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow;
import interleave.timeline.Trace;
import interleave.timeline.VariableTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineStoreTest {
  private final Trace trace = new Trace();
  private final Trace.Process bank = trace.process(7, "Bank");
  private final Trace.Thread one = bank.thread(1, "Thread-1");
  private final Trace.Thread two = bank.thread(2, "Thread-2");

  private static List<String> show(Spans spans) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      all.add(spans.state(i) + " " + spans.start(i) + "-" + spans.end(i) + " " + spans.label(i));
    }
    return all;
  }

  @Test
  void aLaneIsMadeOfWhatItsThreadDid() {
    one.at(10).event(THREAD_BEGIN);
    one.at(20).event(SLEEP_BEGIN, 0, 460_000_000);
    one.at(30).event(SLEEP_END);
    one.at(35).event(JOIN_BEGIN, 0, 2);
    one.at(50).event(JOIN_END, 0, 2);
    one.at(60).event(THREAD_END);
    Timeline timeline = trace.end();
    ThreadLane lane = timeline.lanes().getFirst();
    assertThat(lane.name()).isEqualTo("Thread-1");
    assertThat(show(lane.spans()))
        .containsExactly(
            "RUNNING 10-20 ",
            "SLEEPING 20-30 sleep 0.46",
            "RUNNING 30-35 ",
            "JOINING 35-50 join(Thread-2)",
            "RUNNING 50-60 ");
    assertThat(lane.end()).isEqualTo(60);
    assertThat(lane.spans().nanosIn(ThreadState.RUNNING, 0, 100)).isEqualTo(25);
    assertThat(lane.spans().nanosIn(ThreadState.SLEEPING, 25, 28)).isEqualTo(3);
  }

  @Test
  void aSpanGoesOnWhileTheRunIsLive() {
    one.at(10).event(THREAD_BEGIN);
    trace.store.advance(1_000_000_000);
    Timeline timeline = trace.store.snapshot();
    assertThat(timeline.live()).isTrue();
    assertThat(timeline.now()).isEqualTo(1_000_000_000);
    assertThat(timeline.lanes().getFirst().spans().end(0)).isEqualTo(Timeline.OPEN);
    assertThat(timeline.lanes().getFirst().end()).isEqualTo(Timeline.OPEN);
  }

  @Test
  void aLockIsOwnedByOneAndWaitedForByAnother() {
    int lock = bank.object(ObjectType.LOCK, 0, "Bank.balance");
    one.at(10).event(LOCK_ACQUIRED, lock);
    two.at(12).event(LOCK_REQUEST, lock);
    one.at(20).event(LOCK_RELEASED, lock);
    two.at(21).event(LOCK_ACQUIRED, lock, 9);
    two.at(30).event(LOCK_RELEASED, lock);
    Timeline timeline = trace.end();
    LockTrack track = timeline.locks().getFirst();
    assertThat(track.name()).isEqualTo("balance");
    assertThat(track.acquires()).isEqualTo(2);
    assertThat(track.contended()).isEqualTo(1);
    assertThat(track.waitNs()).isEqualTo(9);
    assertThat(track.holdNs()).isEqualTo(19);
    assertThat(track.waitingAt(11)).isZero();
    assertThat(track.waitingAt(12)).isEqualTo(1);
    assertThat(track.waitingAt(21)).isZero();
    LockTrack.Holds holds = track.holds();
    assertThat(holds.size()).isEqualTo(2);
    assertThat(holds.lane(0)).isZero();
    assertThat(holds.lane(1)).isEqualTo(1);
    assertThat(holds.waited(1)).isEqualTo(9);
    assertThat(holds.nanosHeld(15, 25)).isEqualTo(9);
    assertThat(show(timeline.lanes().get(1).spans()))
        .containsExactly("LOCK_WAIT 12-21 waits for balance", "RUNNING 21-30 ");
  }

  @Test
  void aRequestThatMetNobodyIsNotContended() {
    int lock = bank.object(ObjectType.MONITOR, 0, "Bank.class");
    one.at(10).event(LOCK_REQUEST, lock);
    one.at(11).event(LOCK_ACQUIRED, lock, 1);
    one.at(15).event(LOCK_RELEASED, lock);
    LockTrack track = trace.end().locks().getFirst();
    assertThat(track.acquires()).isEqualTo(1);
    assertThat(track.contended()).isZero();
    assertThat(track.monitor()).isTrue();
  }

  @Test
  void waitingLetsGoOfTheLockAndTakesItBack() {
    int lock = bank.object(ObjectType.MONITOR, 0, "Bank.room");
    one.at(10).event(LOCK_ACQUIRED, lock);
    one.at(20).event(WAIT_BEGIN, lock);
    two.at(22).event(LOCK_ACQUIRED, lock);
    two.at(25).event(NOTIFY, lock);
    two.at(26).event(LOCK_RELEASED, lock);
    one.at(28).event(WAIT_END, lock);
    one.at(40).event(LOCK_RELEASED, lock);
    Timeline timeline = trace.end();
    Spans holds = timeline.lanes().getFirst().holds();
    assertThat(holds.size()).isEqualTo(2);
    assertThat(holds.end(0)).isEqualTo(20);
    assertThat(holds.start(1)).isEqualTo(28);
    assertThat(timeline.locks().getFirst().holds().nanosHeld(0, 100)).isEqualTo(10 + 4 + 12);
  }

  @Test
  void messagesGoFromPutToGetAcrossProcessesAndTheLastOneIsLost() {
    Trace.Process reader = trace.process(8, "Reader", 7);
    Trace.Thread get = reader.thread(1, "main");
    int here = bank.object(ObjectType.QUEUE, 99, "q");
    int there = reader.object(ObjectType.QUEUE, 99, "q");
    get.at(5).event(GET_REQUEST, there);
    one.at(10).event(PUT_REQUEST, here);
    one.at(11).event(PUT, 0, here, 1, "A");
    get.at(15).event(GET, there, 1);
    one.at(20).event(PUT, 0, here, 2, "B");
    Timeline timeline = trace.end();
    QueueTrack queue = timeline.queues().getFirst();
    assertThat(timeline.queues()).hasSize(1);
    assertThat(queue.puts()).isEqualTo(2);
    assertThat(queue.gets()).isEqualTo(1);
    assertThat(queue.lost()).isEqualTo(1);
    assertThat(queue.maxDepth()).isEqualTo(1);
    assertThat(queue.depthAt(12)).isEqualTo(1);
    assertThat(queue.depthAt(16)).isZero();
    QueueTrack.Message a = queue.message(0);
    assertThat(a.preview()).isEqualTo("A");
    assertThat(a.putRequest()).isEqualTo(10);
    assertThat(a.get()).isEqualTo(15);
    assertThat(timeline.lanes().get(a.fromLane()).name()).isEqualTo("Thread-1");
    assertThat(timeline.processes().get(timeline.lanes().get(a.toLane()).process()).name())
        .isEqualTo("Reader");
    assertThat(queue.message(1).lost()).isTrue();
    assertThat(queue.firstPutAt(12)).isEqualTo(1);
  }

  @Test
  void nothingIsLostWhileTheRunLives() {
    int q = bank.object(ObjectType.QUEUE, 0, "q");
    one.at(10).event(PUT, 0, q, 1, "A");
    trace.store.advance(1_000_000_000);
    assertThat(trace.store.snapshot().queues().getFirst().lost()).isZero();
  }

  @Test
  void theTreeOfProcessesKnowsHowEachEnded() {
    Trace.Process child = trace.process(8, "Writer", 7);
    child.thread(1, "main").at(30).event(THREAD_BEGIN);
    trace.engine(1, CHILD_START, 0, 7, "Queue between processes");
    one.at(20).event(CHILD_START, 0, 0, 8, "Writer");
    one.at(40).event(CHILD_TERMINATE, 0, 0, 8, null);
    one.at(45).event(CHILD_EXIT, Flags.SIGNAL, 0, 15L << 32 | 8, null);
    trace.engine(60, CHILD_EXIT, 0, 7, null);
    Timeline timeline = trace.end();
    ProcessTrack root = timeline.processes().get(0);
    ProcessTrack writer = timeline.processes().get(1);
    assertThat(timeline.start()).isEqualTo(1);
    assertThat(root.parent()).isEqualTo(-1);
    assertThat(root.exit()).isEqualTo(new ProcessTrack.Exit(0, null));
    assertThat(root.end()).isEqualTo(60);
    assertThat(writer.parent()).isZero();
    assertThat(writer.exit().show()).isEqualTo("SIGTERM");
    assertThat(writer.end()).isEqualTo(45);
    assertThat(timeline.lanes().get(writer.lanes().getFirst()).end()).isEqualTo(45);
    assertThat(timeline.arrows().stream().map(Arrow::kind))
        .contains(Arrow.Kind.START_PROCESS, Arrow.Kind.TERMINATE);
    Arrow terminate =
        timeline.arrows().stream()
            .filter(arrow -> arrow.kind() == Arrow.Kind.TERMINATE)
            .findFirst()
            .orElseThrow();
    assertThat(terminate.fromTime()).isEqualTo(40);
    assertThat(terminate.toTime()).isEqualTo(45);
  }

  @Test
  void aChildWithoutATracerIsAProcessToo() {
    one.at(20).event(CHILD_START, 0, 0, 55, "sleep 3");
    Timeline timeline = trace.end();
    ProcessTrack child = timeline.processes().get(1);
    assertThat(child.traced()).isFalse();
    assertThat(child.name()).isEqualTo("sleep 3");
    assertThat(child.start()).isEqualTo(20);
  }

  @Test
  void aWriteFromAnOldValueLosesTheUpdateInBetween() {
    int balance = bank.object(ObjectType.VARIABLE, 0, "Bank.balance");
    one.at(10).reads(balance, 0);
    two.at(13).reads(balance, 0);
    one.at(16).writes(balance, 5);
    two.at(21).writes(balance, 8);
    one.at(30).reads(balance, 8);
    one.at(31).writes(balance, 3);
    VariableTrack track = trace.end().variables().getFirst();
    assertThat(track.lostUpdates()).isEqualTo(1);
    assertThat(track.lostUpdate(0)).isEqualTo(new VariableTrack.LostUpdate(0, 1, 0, 2, 3, 8));
    assertThat(track.isLost(2)).isTrue();
    assertThat(track.isLost(3)).isFalse();
    assertThat(track.firstLostAt(0)).isZero();
    assertThat(track.firstLostAt(22)).isEqualTo(1);
    assertThat(track.min(0, 100)).isZero();
    assertThat(track.max(0, 20)).isEqualTo(5);
    assertThat(track.max(40, 50)).isNaN();
  }

  @Test
  void aStaleWriteLosesOneUpdateHoweverOftenTheOtherWroteMeanwhile() {
    int balance = bank.object(ObjectType.VARIABLE, 0, "Bank.balance");
    one.at(10).reads(balance, 0);
    two.at(11).reads(balance, 0).at(12).writes(balance, 8);
    two.at(13).reads(balance, 8).at(14).writes(balance, 16);
    one.at(20).writes(balance, 5);
    VariableTrack track = trace.end().variables().getFirst();
    assertThat(track.lostUpdates()).isEqualTo(1);
    assertThat(track.lostUpdate(0).lostWrite()).isEqualTo(4);
  }

  @Test
  void aValueThatIsNoNumberSaysWhatItLooksLikeUntilItIsAnother() {
    int name = bank.object(ObjectType.VARIABLE, 0, "Bank.name");
    int reference = ValueType.REFERENCE.code();
    one.at(10).event(FIELD_READ, reference, name, 0, null);
    one.at(11).event(FIELD_WRITE, reference, name, 77, "\"Anna\"");
    two.at(12).event(FIELD_READ, reference, name, 77, null);
    two.at(13).event(FIELD_WRITE, reference, name, 78, "\"Ben\"");
    two.at(14).event(FIELD_WRITE, reference, name, 79, "\"Anna\"");
    one.at(15).event(FIELD_READ, reference, name, 80, null);
    one.at(16).writes(name, 5);
    VariableTrack track = trace.end().variables().getFirst();
    assertThat(IntStream.range(0, track.size()).mapToObj(track::shown))
        .containsExactly("null", "\"Anna\"", "\"Anna\"", "\"Ben\"", "\"Anna\"", "@50", "5");
    assertThat(track.type(5)).isEqualTo(ValueType.REFERENCE);
    assertThat(track.type(6)).isEqualTo(ValueType.INT);
    assertThat(track.number(4)).isEqualTo(track.number(1)).isNotEqualTo(track.number(3));
  }

  @Test
  void anAssignmentWithoutAReadLosesNothing() {
    int balance = bank.object(ObjectType.VARIABLE, 0, "Bank.balance");
    one.at(10).reads(balance, 0);
    one.at(12).writes(balance, 1);
    two.at(13).writes(balance, 7);
    one.at(15).writes(balance, 2);
    assertThat(trace.end().variables().getFirst().lostUpdates()).isZero();
  }

  @Test
  void eventsOfSeveralSegmentsAreTakenInTheOrderOfTheirTimes() {
    int q = bank.object(ObjectType.QUEUE, 0, "q");
    two.at(30).event(GET, q, 1);
    two.at(60).event(GET, q, 2);
    one.at(10).event(PUT, 0, q, 1, "A");
    one.at(50).event(PUT, 0, q, 2, "B");
    QueueTrack queue = trace.end().queues().getFirst();
    assertThat(queue.maxDepth()).isEqualTo(1);
    assertThat(queue.message(0).preview()).isEqualTo("A");
    assertThat(queue.message(1).get()).isEqualTo(60);
    assertThat(trace.store.late()).isFalse();
  }

  @Test
  void anEventBehindTheWatermarkIsTakenAndReported() {
    int q = bank.object(ObjectType.QUEUE, 0, "q");
    one.at(10).event(PUT, 0, q, 1, "A");
    trace.store.advance(10_000_000_000L);
    two.at(9).event(PUT, 0, q, 2, "B");
    assertThat(trace.store.late()).isTrue();
    assertThat(trace.end().queues().getFirst().puts()).isEqualTo(2);
  }

  @Test
  void tasksGoFromTheirSubmitterToAWorker() {
    Trace.Process worker = trace.process(9, "Worker", 7);
    Trace.Thread main = worker.thread(1, "main");
    int pool = bank.object(ObjectType.POOL, 5, "pool");
    int same = worker.object(ObjectType.POOL, 5, "pool");
    one.at(10).event(TASK_SUBMITTED, 0, pool, 0, "task 0");
    one.at(11).event(TASK_SUBMITTED, 0, pool, 1, "task 1");
    main.at(20).event(TASK_STARTED, same, 0);
    main.at(30).event(TASK_ENDED, 0, same, 0, "0.01");
    main.at(31).event(TASK_STARTED, same, 1);
    one.at(40).event(TASK_ENDED, Flags.LOST, pool, 1, "worker 9 was killed by SIGKILL");
    Timeline timeline = trace.end();
    List<PoolTrack.Task> tasks = timeline.pools().getFirst().tasks();
    assertThat(tasks.get(0).told()).isEqualTo("done: 0.01");
    assertThat(timeline.lanes().get(tasks.get(0).lane()).process()).isEqualTo(1);
    assertThat(tasks.get(1).lost()).isTrue();
    assertThat(tasks.get(1).ended()).isEqualTo(40);
    assertThat(show(timeline.lanes().get(tasks.get(0).lane()).spans()))
        .contains("RUNNING 20-30 task 0");
  }

  @Test
  void outputIsSortedByTimeAndKnowsItsThread() {
    one.at(20).event(OUTPUT, Flags.STDERR, 0, 0, "second");
    two.at(10).event(OUTPUT, 0, 0, 0, "first");
    OutputTrack output = trace.end().output();
    assertThat(output.line(0).text()).isEqualTo("first");
    assertThat(output.line(0).lane()).isEqualTo(1);
    assertThat(output.line(1).stderr()).isTrue();
    assertThat(output.at(15)).isZero();
  }

  @Test
  void aSpanIsNamedAfterTheFunctionItWasFirstSeenIn() {
    one.at(10).in("changeIt", 27).event(THREAD_BEGIN);
    one.at(20).event(SLEEP_BEGIN, 0, 1000);
    Spans spans = trace.end().lanes().getFirst().spans();
    assertThat(spans.label(0)).isEqualTo("changeIt");
  }

  @Test
  void theMonitorOfAClassIsCalledAsTheProgramWritesIt() {
    int monitor = bank.object(ObjectType.MONITOR, 0, "Bank.class");
    one.at(10).event(LOCK_ACQUIRED, monitor);
    assertThat(trace.end().locks().getFirst().name()).isEqualTo("Bank.class");
  }

  @Test
  void locksOfTheSameFieldNameAreToldApartByTheirClasses() {
    int a = bank.object(ObjectType.LOCK, 0, "Bank.lock");
    int b = bank.object(ObjectType.LOCK, 0, "Shop.lock");
    one.at(10).event(LOCK_ACQUIRED, a).at(11).event(LOCK_ACQUIRED, b);
    assertThat(trace.end().locks().stream().map(LockTrack::name))
        .containsExactly("Bank.lock", "Shop.lock");
  }
}

package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Outcome;
import interleave.timeline.SynchronizerTrack.Wait;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.SynchronizerText;
import interleave.timeline.tableau.TableauAt;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Semaphores, latches, barriers and phasers, and who lets whom go on. */
class SynchronizersTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "Party");
  private final Trace.Thread a = process.thread(1, "A");
  private final Trace.Thread b = process.thread(2, "B");
  private final Trace.Thread c = process.thread(3, "C");

  private static long state(int now, int total) {
    return (long) total << 32 | now;
  }

  private static List<String> levels(SynchronizerTrack track) {
    return IntStream.range(0, track.steps())
        .mapToObj(i -> track.stepTime(i) + ": " + track.stepLevel(i))
        .toList();
  }

  private static String sentence(Timeline timeline, int lane, long start) {
    return Explanation.sentence(timeline, new ThingRef.Span(lane, start));
  }

  @Test
  void aSemaphoreCountsItsPermitsAndTellsWhoseWasTakenOver() {
    int seats = process.object(ObjectType.SEMAPHORE, 0, "Bar.seats");
    a.at(1 * MS).event(SYNC_STATE, seats, state(1, 1)).event(PERMIT_ACQUIRED, seats, 1);
    b.at(2 * MS).in("sit", 7).event(SYNC_WAIT_BEGIN, seats, 1);
    a.at(5 * MS).in("leave", 9).event(PERMIT_RELEASED, seats, 1);
    b.at(6 * MS).event(PERMIT_ACQUIRED, seats, 1).at(8 * MS).event(PERMIT_RELEASED, seats, 1);
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(track.kind()).isEqualTo(SynchronizerTrack.Kind.SEMAPHORE);
    assertThat(track.name()).isEqualTo("seats");
    assertThat(track.totalAt(8 * MS)).isEqualTo(1);
    assertThat(levels(track))
        .containsExactly("1000000: 1", "1000000: 0", "5000000: 1", "6000000: 0", "8000000: 1");
    assertThat(track.waitingAt(3 * MS)).isOne();
    assertThat(track.waitingAt(7 * MS)).isZero();
    assertThat(track.wait(0))
        .isEqualTo(
            new Wait(1, 2 * MS, 6 * MS, 1, Outcome.WENT_ON, 0, 5 * MS, track.wait(0).bySite()));
    assertThat(track.holdersAt(3 * MS)).containsExactly(0);
    assertThat(track.holdersAt(7 * MS)).containsExactly(1);
    assertThat(sentence(timeline, 1, 2 * MS))
        .isEqualTo(
            "B waited 4 ms at semaphore seats at line 7, until A at line 9 released a permit.");
  }

  @Test
  void beforeItsFirstEventItStandsWhereItWasFound() {
    int ready = process.object(ObjectType.LATCH, 0, "ready");
    int seats = process.object(ObjectType.SEMAPHORE, 0, "seats");
    a.at(1).event(THREAD_BEGIN).at(1000).event(SYNC_STATE, seats, state(3, 3));
    a.event(PERMIT_ACQUIRED, seats, 1);
    a.at(1001).event(SYNC_STATE, ready, state(2, 2)).event(ARRIVED, ready, 0);
    Timeline timeline = trace.end();
    assertThat(timeline.synchronizers())
        .extracting(each -> SynchronizerText.level(each, 500))
        .containsExactlyInAnyOrder("3 of 3 permits free", "2 of 2 left to count");
  }

  @Test
  void aSemaphoreThatBeganWithoutPermitsIsNotSaidToHaveMoreOfThemThanAll() {
    int items = process.object(ObjectType.SEMAPHORE, 0, "items");
    a.at(1).event(THREAD_BEGIN).at(5).event(SYNC_STATE, items, state(0, 0));
    a.at(10).event(PERMIT_RELEASED, items, 2);
    b.at(20).event(PERMIT_ACQUIRED, items, 1);
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(SynchronizerText.level(track, 10)).isEqualTo("2 free, 0 at first");
    assertThat(SynchronizerText.brief(track, 20)).isEqualTo("1 free");
    assertThat(TableauAt.at(timeline, 20, 10).locks())
        .as("nobody has to give back what others made")
        .allSatisfy(pill -> assertThat(pill.holders()).isEmpty());
  }

  @Test
  void aThreadAtASemaphoreIsInAStateOfItsOwn() {
    int seats = process.object(ObjectType.SEMAPHORE, 0, "Bar.seats");
    a.at(1).event(SYNC_STATE, seats, state(0, 0)).event(SYNC_WAIT_BEGIN, seats, 1);
    a.at(5).event(SYNC_WAIT_END, Flags.TIMED_OUT, seats, 0, null).at(9).event(THREAD_END);
    Timeline timeline = trace.end();
    Spans spans = timeline.lanes().getFirst().spans();
    assertThat(spans.state(0)).isEqualTo(ThreadState.SYNC_WAIT);
    assertThat(spans.about(0)).isEqualTo(Spans.About.SYNCHRONIZER);
    assertThat(spans.object(0)).isZero();
    assertThat(spans.label(0)).isEqualTo("waits at seats");
    assertThat(spans.nanosIn(ThreadState.SYNC_WAIT, 0, 10)).isEqualTo(4);
    assertThat(timeline.synchronizers().getFirst().wait(0).outcome()).isEqualTo(Outcome.TIMED_OUT);
  }

  @Test
  void permitsGoToWhoWaitsInTheOrderInWhichTheyWereGivenBack() {
    int seats = process.object(ObjectType.SEMAPHORE, 0, "seats");
    a.at(1).event(SYNC_STATE, seats, state(0, 2)).at(2).event(SYNC_WAIT_BEGIN, seats, 2);
    b.at(3).event(PERMIT_RELEASED, seats, 1);
    c.at(4).event(PERMIT_RELEASED, seats, 1);
    a.at(5).event(PERMIT_ACQUIRED, seats, 2);
    Timeline timeline = trace.end();
    assertThat(timeline.synchronizers().getFirst().wait(0).by()).isEqualTo(2);
    assertThat(timeline.wakes().size()).isOne();
    assertThat(timeline.wakes().fromLane(0)).isEqualTo(2);
  }

  @Test
  void aLatchIsOpenedByWhoCountsItDownToNothing() {
    int gate = process.object(ObjectType.LATCH, 0, "Race.gate");
    a.at(1 * MS).event(SYNC_STATE, gate, state(2, 2)).event(SYNC_WAIT_BEGIN, gate);
    b.at(2 * MS).event(ARRIVED, gate);
    c.at(4 * MS).event(ARRIVED, gate);
    a.at(5 * MS).event(SYNC_WAIT_END, gate);
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(levels(track)).containsExactly("1000000: 2", "2000000: 1", "4000000: 0");
    assertThat(track.opening(0).cause()).isEqualTo(Cause.OPENED);
    assertThat(track.opening(0).lane()).isEqualTo(2);
    assertThat(track.opening(0).let()).isOne();
    assertThat(sentence(timeline, 0, 1 * MS))
        .isEqualTo("A waited 4 ms at latch gate, until C counted it down to 0.");
    assertThat(Explanation.sentence(timeline, new ThingRef.Opening(0, 0)))
        .isEqualTo("C counted latch gate down to 0, so it opened: 1 thread had waited for that.");
  }

  @Test
  void aBarrierOpensWhenTheLastHasArrivedAndRunItsAction() {
    int barrier = process.object(ObjectType.BARRIER, 0, "Race.barrier");
    a.at(1 * MS).event(SYNC_STATE, barrier, state(0, 2));
    for (int round = 0; round < 2; round++) {
      long t = round * 10 * MS;
      a.at(t + 2 * MS).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
      b.at(t + 4 * MS).event(ARRIVED, barrier);
      a.at(t + 7 * MS).event(SYNC_WAIT_END, barrier, 1);
      b.at(t + 8 * MS).event(SYNC_WAIT_END, barrier, 0);
    }
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(track.openings()).isEqualTo(2);
    assertThat(track.opening(1).time()).isEqualTo(17 * MS);
    assertThat(track.opening(1).arrived()).isEqualTo(14 * MS);
    assertThat(track.opening(1).lane()).isEqualTo(1);
    assertThat(track.levelAt(5 * MS)).isEqualTo(2);
    assertThat(track.levelAt(9 * MS)).isZero();
    assertThat(sentence(timeline, 0, 12 * MS))
        .isEqualTo("A waited 5 ms at barrier barrier: B was the last to arrive.");
    assertThat(timeline.lanes().get(1).spans().state(0)).isEqualTo(ThreadState.RUNNING);
  }

  @Test
  void whoComesEarlyForTheNextRoundIsNotCountedInThisOne() {
    int barrier = process.object(ObjectType.BARRIER, 0, "barrier");
    a.at(1).event(SYNC_STATE, barrier, state(0, 2));
    a.at(2).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
    b.at(3).event(ARRIVED, barrier);
    c.at(4).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
    b.at(5).event(SYNC_WAIT_END, barrier, 0);
    a.at(6).event(SYNC_WAIT_END, barrier, 1).at(8).event(ARRIVED, barrier);
    a.at(9).event(SYNC_WAIT_END, barrier, 0);
    c.at(10).event(SYNC_WAIT_END, barrier, 1);
    SynchronizerTrack track = trace.end().synchronizers().getFirst();
    assertThat(track.openings()).isEqualTo(2);
    assertThat(track.levelAt(5)).isOne();
    assertThat(track.levelAt(10)).isZero();
    assertThat(track.opening(1).lane()).isZero();
  }

  @Test
  void aBarrierThatIsBrokenSaysByWhom() {
    int barrier = process.object(ObjectType.BARRIER, 0, "barrier");
    a.at(1).event(SYNC_STATE, barrier, state(0, 3));
    a.at(2).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
    b.at(3).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
    a.at(5).event(SYNC_WAIT_END, Flags.INTERRUPTED, barrier, 0, null);
    b.at(6).event(SYNC_WAIT_END, Flags.FAILED, barrier, 0, null);
    c.at(7).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
    c.at(8).event(SYNC_WAIT_END, Flags.FAILED, barrier, 0, null);
    SynchronizerTrack track = trace.end().synchronizers().getFirst();
    assertThat(track.openings()).isOne();
    assertThat(track.opening(0).cause()).isEqualTo(Cause.BROKEN);
    assertThat(track.opening(0).lane()).isZero();
    assertThat(track.wait(1).outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(track.wait(1).by()).isZero();
    assertThat(track.levelAt(9)).isZero();
  }

  @Test
  void aResetBreaksForThoseWhoWait() {
    int barrier = process.object(ObjectType.BARRIER, 0, "barrier");
    a.at(1).event(SYNC_STATE, barrier, state(0, 2));
    a.at(2).event(ARRIVED, barrier).event(SYNC_WAIT_BEGIN, barrier);
    b.at(4).event(SYNC_STATE, barrier, state(0, 2));
    a.at(5).event(SYNC_WAIT_END, Flags.FAILED, barrier, 0, null);
    SynchronizerTrack track = trace.end().synchronizers().getFirst();
    assertThat(track.openings()).isOne();
    assertThat(track.opening(0).lane()).isOne();
    assertThat(track.levelAt(6)).isZero();
  }

  @Test
  void aPhaserGoesFromPhaseToPhaseAndEndsWithItsLastParty() {
    int phaser = process.object(ObjectType.PHASER, 0, "phaser");
    a.at(1).event(SYNC_STATE, phaser, state(0, 1)).event(REGISTERED, phaser, 1);
    a.at(2).event(ARRIVED, phaser, 0).event(SYNC_WAIT_BEGIN, phaser, 0);
    b.at(4).event(ARRIVED, phaser, 0).at(5).event(SYNC_WAIT_END, phaser, 1);
    a.at(6).event(SYNC_WAIT_END, phaser, 1);
    a.at(7).event(ARRIVED, Flags.LEFT, phaser, 1, null);
    b.at(9).event(ARRIVED, Flags.LEFT, phaser, 1, null);
    b.at(10).event(SYNC_WAIT_END, phaser, -1);
    SynchronizerTrack track = trace.end().synchronizers().getFirst();
    assertThat(track.totalAt(3)).isEqualTo(2);
    assertThat(track.levelAt(4)).isEqualTo(2);
    assertThat(track.levelAt(6)).isZero();
    assertThat(track.totalAt(10)).isZero();
    assertThat(IntStream.range(0, track.openings()).mapToObj(i -> track.opening(i).cause()))
        .containsExactly(Cause.OPENED, Cause.TERMINATED);
    assertThat(track.opening(0).lane()).isOne();
    assertThat(track.opening(1).lane()).isOne();
  }

  @Test
  void aThreadThatDiesWaitsNoLonger() {
    int seats = process.object(ObjectType.SEMAPHORE, 0, "seats");
    a.at(1).event(SYNC_STATE, seats, state(0, 0)).event(SYNC_WAIT_BEGIN, seats, 1);
    a.at(7).event(THREAD_END);
    b.at(9).event(THREAD_END);
    SynchronizerTrack track = trace.end().synchronizers().getFirst();
    assertThat(track.wait(0).outcome()).isEqualTo(Outcome.ENDED);
    assertThat(track.waitingAt(8)).isZero();
  }

  @Test
  void theConditionAtWhichAThreadWaitsIsTold() {
    int lock = process.object(ObjectType.LOCK, 0, "Buffer.lock");
    int notEmpty = process.object(ObjectType.CONDITION, 0, "Buffer.notEmpty");
    a.at(1 * MS).event(LOCK_ACQUIRED, lock).at(2 * MS).event(WAIT_BEGIN, lock, notEmpty);
    b.at(3 * MS).event(LOCK_ACQUIRED, lock).at(4 * MS).event(NOTIFY, lock, notEmpty);
    b.at(5 * MS).event(LOCK_RELEASED, lock);
    a.at(6 * MS).event(WAIT_END, lock, notEmpty);
    Timeline timeline = trace.end();
    Spans spans = timeline.lanes().getFirst().spans();
    int wait = spans.at(2 * MS);
    assertThat(spans.label(wait)).isEqualTo("wait(notEmpty)");
    assertThat(spans.state(wait)).as("nobody holds the lock").isEqualTo(ThreadState.SYNC_WAIT);
    assertThat(timeline.locks().getFirst().waitingAt(3 * MS)).isZero();
    assertThat(spans.object(wait)).isZero();
    assertThat(timeline.lanes().getFirst().holds().end(0)).isEqualTo(2 * MS);
    assertThat(timeline.wakes().size()).isOne();
    assertThat(timeline.wakes().fromTime(0)).isEqualTo(4 * MS);
    assertThat(sentence(timeline, 0, 2 * MS))
        .isEqualTo(
            "A let go of lock lock and waited 4 ms at condition notEmpty, until B notified it.");
  }

  @Test
  void oneNotificationLetsOneGoOnAndOneOfAllLetsAll() {
    int lock = process.object(ObjectType.LOCK, 0, "lock");
    a.at(1).event(WAIT_BEGIN, lock);
    b.at(2).event(WAIT_BEGIN, lock);
    c.at(3).event(NOTIFY, lock);
    b.at(4).event(WAIT_END, lock).at(5).event(WAIT_BEGIN, lock);
    c.at(6).event(NOTIFY, Flags.ALL, lock, 0, null);
    b.at(7).event(WAIT_END, lock);
    a.at(8).event(WAIT_END, lock).at(9).event(WAIT_BEGIN, lock);
    a.at(10).event(WAIT_END, Flags.TIMED_OUT, lock, 0, null);
    Wakes wakes = trace.end().wakes();
    assertThat(
            IntStream.range(0, wakes.size()).mapToObj(i -> wakes.toLane(i) + "@" + wakes.toTime(i)))
        .containsExactly("1@4", "1@7", "0@8");
  }

  @Test
  void whoUnparksAThreadIsToldUnlessItWasInterrupted() {
    a.at(1 * MS).event(PARK_BEGIN);
    b.at(3 * MS).event(UNPARK, 0, 1);
    a.at(4 * MS).event(PARK_END).at(5 * MS).event(PARK_BEGIN);
    b.at(6 * MS).event(UNPARK, 0, 1);
    a.at(7 * MS).event(PARK_END, Flags.INTERRUPTED, 0, 0, null);
    Timeline timeline = trace.end();
    assertThat(timeline.wakes().size()).isOne();
    assertThat(sentence(timeline, 0, 1 * MS))
        .isEqualTo("A was parked for 3 ms, until B unparked it.");
    assertThat(timeline.lanes().getFirst().spans().label(0)).isEqualTo("parked");
  }

  @Test
  void readersHoldALockTogetherAndDoNotContend() {
    int shelf = process.object(ObjectType.READ_WRITE_LOCK, 0, "shelf");
    int shared = Flags.SHARED;
    a.at(1).event(LOCK_ACQUIRED, shared, shelf, 0, null);
    b.at(2).event(LOCK_REQUEST, shared, shelf, 0, null);
    b.at(3).event(LOCK_ACQUIRED, shared, shelf, 1, null);
    c.at(4).event(LOCK_REQUEST, shelf);
    a.at(5).event(LOCK_RELEASED, shared, shelf, 0, null);
    c.at(6).event(LOCK_RELEASED, shared, shelf, 0, null);
    c.at(7).event(LOCK_ACQUIRED, 0, shelf, 3, null);
    LockTrack track = trace.end().locks().getFirst();
    assertThat(track.mostSharing()).isEqualTo(2);
    assertThat(track.contended()).isOne();
    assertThat(track.waitNs()).isEqualTo(3);
    assertThat(track.holds().end(1)).as("given back by another").isEqualTo(6);
  }

  @Test
  void aReadWithoutTheLockIsInVainWhenSomebodyWroteMeanwhile() {
    int point = process.object(ObjectType.READ_WRITE_LOCK, 0, "point");
    a.at(1).event(OPTIMISTIC_READ, point, 256).at(2).event(OPTIMISTIC_VALIDATED, point, 256);
    a.at(3).event(OPTIMISTIC_READ, point, 256);
    a.at(5).event(OPTIMISTIC_VALIDATED, Flags.FAILED, point, 256, null);
    LockTrack track = trace.end().locks().getFirst();
    assertThat(track.optimisticReads()).isEqualTo(2);
    assertThat(track.optimisticRead(0).vain()).isFalse();
    assertThat(track.optimisticRead(1)).isEqualTo(new LockTrack.OptimisticRead(0, 3, 5, true, 0));
    assertThat(track.optimisticReadAt(4)).isOne();
  }

  @Test
  void anObjectOfATypeThatNobodyKnowsIsNotTakenForASemaphore() {
    int door = process.object(200, 0, "Hall.door");
    a.at(1 * MS).event(SYNC_STATE, door, state(1, 1)).event(PERMIT_ACQUIRED, door, 1);
    b.at(2 * MS).event(SYNC_WAIT_BEGIN, door, 1);
    a.at(5 * MS).event(PERMIT_RELEASED, door, 1);
    b.at(6 * MS).event(PERMIT_ACQUIRED, door, 1);
    b.at(7 * MS).event(SYNC_WAIT_BEGIN, door, 1);
    b.at(9 * MS).event(SYNC_WAIT_END, Flags.TIMED_OUT, door, 0, null);
    Timeline timeline = trace.end();
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    assertThat(track.kind()).isEqualTo(SynchronizerTrack.Kind.UNKNOWN);
    assertThat(levels(track)).as("what its numbers mean is not known").isEmpty();
    assertThat(track.wait(0).end()).isEqualTo(6 * MS);
    assertThat(track.wait(0).by()).as("nor who lets whom go on").isEqualTo(-1);
    assertThat(track.wait(1).outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(SynchronizerText.title(track)).isEqualTo("Unknown object door");
    assertThat(SynchronizerText.level(track, 3 * MS)).isEqualTo("its type is not known");
    assertThat(sentence(timeline, 1, 2 * MS)).isEqualTo("B waited 4 ms at unknown object door.");
    assertThat(Explanation.sentence(timeline, new ThingRef.Synchronizer(0)))
        .isEqualTo(
            "Nobody told what it is. Threads waited here 2 times, 6 ms in all, 4 ms at most.");
  }
}

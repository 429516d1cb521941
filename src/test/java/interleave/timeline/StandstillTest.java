package interleave.timeline;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.explain.Explanation;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import org.junit.jupiter.api.Test;

/** Threads that wait for ever though no ring of locks says so. */
class StandstillTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process shop = trace.process(7, "Shop");
  private final Trace.Thread main = shop.thread(1, "main");
  private final Trace.Thread worker = shop.thread(2, "worker");
  private final int start = shop.object(ObjectType.LATCH, 0, "Shop.start");
  private final int orders = shop.object(ObjectType.QUEUE, 0, "orders");

  private Timeline after(long time) {
    trace.store.advance(time);
    return trace.store.snapshot();
  }

  private void bothWait() {
    worker.at(10 * MS).event(SYNC_STATE, start, 1L << 32 | 1);
    worker.at(10 * MS).event(SYNC_WAIT_BEGIN, start);
    main.at(11 * MS).event(JOIN_BEGIN, 0, 2);
  }

  private void still(long time, int threads) {
    trace.engine(time, STANDS_STILL, 0, (long) threads << 32 | 7, null);
  }

  @Test
  void aLatchThatIsNeverCountedDownIsNamed() {
    bothWait();
    still(500 * MS, 0);
    Timeline timeline = after(1_000 * MS);
    assertThat(Explanation.standstill(timeline))
        .isEqualTo(
            "Everyone waits, nothing is left to wake them: worker waits for latch start, 1"
                + " left to count down; main waits for worker to end.");
    assertThat(Standstill.of(timeline).isWhole()).isTrue();
    Summary.Deadlock everyone = Summaries.of(timeline).deadlocks().getFirst();
    assertThat(everyone.kind()).isEqualTo("everyone");
    assertThat(everyone.members())
        .extracting(each -> each.waits().thread())
        .containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void itIsNamedAlsoWhenTheRunWasStoppedFromOutside() {
    bothWait();
    still(500 * MS, 0);
    trace.engine(1_990 * MS, CHILD_TERMINATE, 0, 7, null);
    trace.engine(2_000 * MS, CHILD_EXIT, Flags.SIGNAL, 15L << 32 | 7, null);
    assertThat(Summaries.of(trace.end()).deadlocks()).hasSize(1);
  }

  @Test
  void nobodyIsSaidToWaitForEverAsLongAsThereMayBeOthers() {
    bothWait();
    assertThat(Explanation.standstill(after(1_000 * MS))).as("nobody said so").isEmpty();
    still(1_100 * MS, 3);
    assertThat(Explanation.standstill(after(2_000 * MS))).as("one more thread").isEmpty();
    still(2_100 * MS, 2);
    assertThat(Explanation.standstill(after(3_000 * MS))).as("all are known").isNotEmpty();
    worker.at(3_100 * MS).event(SYNC_WAIT_END, start);
    worker.at(3_101 * MS).event(GET_REQUEST, orders);
    assertThat(Explanation.standstill(after(4_000 * MS))).as("they have gone on").isEmpty();
  }

  @Test
  void whoSleepsOrWaitsForAWhileMayWakeTheOthers() {
    bothWait();
    Trace.Thread daemon = shop.thread(3, "daemon");
    daemon.at(20 * MS).event(SLEEP_BEGIN, 0, 5_000 * MS);
    still(500 * MS, 0);
    assertThat(Explanation.standstill(after(1_000 * MS))).isEmpty();
    daemon.at(1_100 * MS).event(SLEEP_END);
    daemon.at(1_101 * MS).event(WAIT_LIMIT, orders, 100 * MS);
    daemon.at(1_101 * MS).event(GET_REQUEST, orders);
    still(1_500 * MS, 0);
    assertThat(Explanation.standstill(after(2_000 * MS))).isEmpty();
    daemon.at(2_100 * MS).event(GET_ABANDONED, Flags.TIMED_OUT, orders, 0, null);
    daemon.at(2_101 * MS).event(GET_REQUEST, orders);
    still(2_500 * MS, 0);
    assertThat(Explanation.standstill(after(3_000 * MS)))
        .contains("daemon waits for something to come in queue orders");
  }

  @Test
  void aWorkerWithoutWorkWakesNobodyAndIsNotWaitedFor() {
    bothWait();
    int pool = shop.object(ObjectType.POOL, 0, "pool");
    Trace.Thread idle = shop.thread(3, "pool-1-thread-1");
    idle.at(20 * MS).event(IDLE_BEGIN, pool);
    still(500 * MS, 0);
    assertThat(Explanation.standstill(after(1_000 * MS))).isNotEmpty().doesNotContain("pool-1");
  }

  @Test
  void aJoinOfADeadlockedThreadThatHasALimitGoesOn() {
    int left = shop.object(ObjectType.MONITOR, 0, "left");
    int right = shop.object(ObjectType.MONITOR, 0, "right");
    Trace.Thread other = shop.thread(3, "other");
    worker.at(1 * MS).event(LOCK_ACQUIRED, left);
    other.at(2 * MS).event(LOCK_ACQUIRED, right);
    worker.at(3 * MS).event(LOCK_REQUEST, right);
    other.at(4 * MS).event(LOCK_REQUEST, left);
    main.at(5 * MS).event(WAIT_LIMIT, 0, 6_000 * MS);
    main.at(5 * MS).event(JOIN_BEGIN, 0, 2);
    assertThat(Standstill.of(after(1_000 * MS)).isWhole()).isFalse();
    main.at(6_006 * MS).event(JOIN_END, Flags.TIMED_OUT, 2);
    main.at(6_007 * MS).event(JOIN_BEGIN, 0, 2);
    assertThat(Standstill.of(after(7_000 * MS)).isWhole()).isTrue();
  }

  @Test
  void whoWaitsForTheLockOfOneThatEndedWaitsForEver() {
    int ledger = shop.object(ObjectType.LOCK, 0, "ledger");
    worker.at(1 * MS).event(LOCK_ACQUIRED, ledger);
    worker.at(2 * MS).event(THREAD_END);
    main.at(3 * MS).event(LOCK_REQUEST, ledger);
    still(500 * MS, 0);
    assertThat(Explanation.standstill(after(1_000 * MS)))
        .contains("main waits for lock ledger, held by worker, which ended without releasing it");
  }

  @Test
  void twoProcessesThatBothFillAPipeWaitForEachOther() {
    Trace.Process other = trace.process(8, "Other", 7);
    Trace.Thread there = other.thread(1, "main");
    int forth = shop.object(ObjectType.QUEUE, 51, "pipe →");
    int back = other.object(ObjectType.QUEUE, 52, "pipe ←");
    main.at(9 * MS).event(CHILD_START, 0, 8);
    main.at(10 * MS).event(PUT_REQUEST, forth);
    there.at(11 * MS).event(PUT_REQUEST, back);
    still(500 * MS, 0);
    assertThat(Explanation.standstill(after(1_000 * MS))).as("of one is not known").isEmpty();
    trace.engine(1_100 * MS, STANDS_STILL, 0, 1L << 32 | 8, null);
    assertThat(Explanation.standstill(after(2_000 * MS)))
        .contains("waits for room in queue pipe →", "waits for room in queue pipe ←");
  }

  @Test
  void aCopyOfWhichNobodyKnowsHowItWasStoppedStoodStillToo() {
    Trace.Process copy = trace.process(8, "copy");
    Trace.Thread alone = copy.thread(1, "MainThread");
    int ledger = copy.object(ObjectType.LATCH, 0, "ledger");
    worker.at(2 * MS).event(THREAD_END);
    main.at(3 * MS).event(CHILD_START, Flags.FORK, 0, 8, "copy");
    alone.at(10 * MS).event(SYNC_STATE, ledger, 1L << 32 | 1);
    alone.at(10 * MS).event(SYNC_WAIT_BEGIN, ledger);
    main.at(11 * MS).event(CHILD_WAIT_BEGIN, 0, 8);
    still(500 * MS, 0);
    trace.engine(500 * MS, STANDS_STILL, 0, 8, null);
    trace.engine(1_990 * MS, CHILD_TERMINATE, 0, 7, null);
    trace.engine(2_000 * MS, CHILD_EXIT, Flags.SIGNAL, 15L << 32 | 7, null);
    trace.engine(2_010 * MS, CHILD_EXIT, Flags.UNSEEN, 8, null);
    assertThat(Summaries.of(trace.end()).deadlocks())
        .extracting(Summary.Deadlock::sentence)
        .containsExactly(
            "Everyone waits, nothing is left to wake them: main of Shop waits for copy to end; copy"
                + " waits for latch ledger, 1 left to count down.");
  }
}

package interleave.timeline.explain;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.SketchVariable;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process bank = trace.process(7, "Bank");
  private final Trace.Thread one = bank.thread(1, "Thread-1");
  private final Trace.Thread two = bank.thread(2, "Thread-2");

  private static String say(Timeline timeline, ThingRef thing) {
    return Explanation.sentence(timeline, thing);
  }

  @Test
  void aWaitForALockNamesWhoHeldItAndWhere() {
    int lock = bank.object(ObjectType.LOCK, 0, "Bank.balance");
    two.at(1).in("changeIt", 27).event(LOCK_ACQUIRED, lock);
    one.at(5).event(LOCK_REQUEST, lock);
    two.at(40 * MS).event(LOCK_RELEASED, lock);
    one.at(41 * MS + 5).event(LOCK_ACQUIRED, lock, 41 * MS);
    one.at(42 * MS + 5).event(LOCK_RELEASED, lock);
    Timeline timeline = trace.end();
    assertThat(say(timeline, new ThingRef.Span(0, 5)))
        .isEqualTo("Thread-1 waited 41 ms for lock balance, held by Thread-2 at line 27.");
    assertThat(say(timeline, new ThingRef.Lock(0)))
        .isEqualTo(
            "Acquired 2 times by 2 threads; once a thread had to wait, 41 ms in all, 41 ms at"
                + " most.");
    assertThat(say(timeline, new ThingRef.Hold(0, 41 * MS + 5)))
        .isEqualTo("Thread-1 held lock balance for 1 ms, after waiting 41 ms for it.");
  }

  @Test
  void ofAVariableThatIsUsedALotEveryThreadIsCountedThatWasMet() {
    Sketch sketch = new Sketch(0, 100 * MS, false);
    int program = sketch.process("Bank", 7, 0, 100 * MS, null);
    SketchVariable balance = sketch.variable(program, "balance");
    for (int i = 0; i < 40_000; i++) {
      balance.read(i / 10_000, i, 0);
    }
    assertThat(say(sketch, new ThingRef.Variable(0)))
        .startsWith("Read 40 000 times and written 0 times by at least 4 threads;");
  }

  @Test
  void aRingOfWaitsIsNamedADeadlock() {
    int a = bank.object(ObjectType.LOCK, 0, "a");
    int b = bank.object(ObjectType.LOCK, 0, "b");
    one.at(1).event(LOCK_ACQUIRED, a);
    two.at(2).event(LOCK_ACQUIRED, b);
    one.at(3).event(LOCK_REQUEST, b);
    two.at(4).event(LOCK_REQUEST, a);
    String ring =
        "A deadlock: Thread-1 waits for lock b, held by Thread-2; Thread-2 waits for lock a, held"
            + " by Thread-1. None of them can go on.";
    trace.store.advance(1_000 * MS);
    assertThat(say(trace.store.snapshot(), new ThingRef.Span(0, 3))).isEqualTo(ring);
    trace.engine(2_000 * MS, CHILD_EXIT, Flags.SIGNAL, 9L << 32 | 7, null);
    Timeline timeline = trace.end();
    assertThat(say(timeline, new ThingRef.Span(0, 3))).isEqualTo(ring);
    assertThat(say(timeline, new ThingRef.Lock(1))).isEqualTo(ring);
  }

  @Test
  void aMessageTellsItsWay() {
    Trace.Thread get = trace.process(8, "Reader", 7).thread(1, "main");
    Trace.Thread put = trace.process(9, "Writer", 7).thread(1, "main");
    int q = bank.object(ObjectType.QUEUE, 5, "q");
    bank.thread(3, "main").at(1).event(QUEUE_CAPACITY, q, 10);
    int there = trace.process(8, "Reader", 7).object(ObjectType.QUEUE, 5, "q");
    int here = trace.process(9, "Writer", 7).object(ObjectType.QUEUE, 5, "q");
    get.at(2).event(GET_REQUEST, there);
    put.at(10).event(PUT, 0, here, 1, "B");
    get.at(10 + 80_758_000).event(GET, there, 1);
    put.at(200 * MS).event(PUT, 0, here, 2, "C");
    Timeline timeline = trace.end();
    assertThat(say(timeline, new ThingRef.Message(0, 0)))
        .isEqualTo("Message B spent 80.8 ms in queue q: put by Writer, got by Reader.");
    assertThat(say(timeline, new ThingRef.Message(0, 1)))
        .startsWith("Message C is lost: put by Writer");
    int lane = timeline.queues().getFirst().message(0).toLane();
    assertThat(say(timeline, new ThingRef.Span(lane, 2)))
        .isEqualTo("Reader was blocked in get for 80.8 ms, until it got message B, put by Writer.");
  }

  @Test
  void aLostUpdateTellsHowOldTheValueWasAndWhatIsMissing() {
    int balance = bank.object(ObjectType.VARIABLE, 0, "Bank.balance");
    one.at(280).reads(balance, 0);
    two.at(580).reads(balance, 0);
    one.at(900).writes(balance, 5);
    two.at(1120).writes(balance, 8);
    Timeline timeline = trace.end();
    assertThat(say(timeline, new ThingRef.LostUpdate(0, 0)))
        .isEqualTo("Thread-2 wrote from a value 540 ns old. Thread-1's +5 never reached balance.");
    assertThat(say(timeline, new ThingRef.Access(0, 3)))
        .startsWith("Thread-2 wrote 8, from the 0 it had read 540 ns before. Nothing");
    assertThat(say(timeline, new ThingRef.Access(0, 2))).contains("The update is lost");
  }

  @Test
  void whatSeveralUpdatesAddedIsSummedWhenAnOldValueComesBack() {
    int balance = bank.object(ObjectType.VARIABLE, 0, "Bank.balance");
    one.at(10).reads(balance, 0);
    two.at(11).reads(balance, 0).at(12).writes(balance, 8);
    two.at(13).reads(balance, 8).at(14).writes(balance, 16);
    one.at(20).writes(balance, 5);
    assertThat(say(trace.end(), new ThingRef.LostUpdate(0, 0)))
        .isEqualTo(
            "Thread-1 wrote from a value 10 ns old. What was done to balance meanwhile, +16 in all,"
                + " is undone; Thread-2 was the last to do it.");
  }

  @Test
  void aStaleWriteAfterWhichNothingIsMissingSaysSo() {
    int balance = bank.object(ObjectType.VARIABLE, 0, "Bank.balance");
    one.at(10).reads(balance, 0);
    two.at(11).reads(balance, 0).at(12).writes(balance, 8);
    two.at(13).reads(balance, 8).at(14).writes(balance, 0);
    one.at(20).writes(balance, 5);
    assertThat(say(trace.end(), new ThingRef.LostUpdate(0, 0)))
        .endsWith(
            "Thread-2 had changed balance meanwhile, and changed it back: this time nothing is"
                + " missing.");
  }

  @Test
  void aProcessTellsWhoEndedIt() {
    Trace.Process child = trace.process(8, "Reader", 7);
    child.thread(1, "main").at(30).event(THREAD_BEGIN);
    one.at(20).event(CHILD_START, 0, 0, 8, "Reader");
    one.at(40).event(CHILD_TERMINATE, 0, 0, 8, null);
    one.at(45 * MS).event(CHILD_EXIT, Flags.SIGNAL, 0, 15L << 32 | 8, null);
    Timeline timeline = trace.end();
    assertThat(say(timeline, new ThingRef.Process(1)))
        .isEqualTo(
            "Reader was started by Bank and lived 45 ms; it was ended by SIGTERM, which Bank"
                + " sent.");
  }

  @Test
  void aTaskTellsHowLongItWaitedForAWorker() {
    int pool = bank.object(ObjectType.POOL, 5, "pool");
    one.at(1).event(TASK_SUBMITTED, 0, pool, 0, "task 0");
    two.at(2).event(TASK_STARTED, pool, 0);
    one.at(3).event(TASK_SUBMITTED, 0, pool, 1, "task 1");
    two.at(10 * MS).event(TASK_ENDED, 0, pool, 0, null);
    two.at(10 * MS + 3).event(TASK_STARTED, pool, 1);
    two.at(30 * MS + 3).event(TASK_ENDED, 0, pool, 1, null);
    assertThat(say(trace.end(), new ThingRef.Task(0, 1)))
        .isEqualTo("Task 1 waited 10 ms while 1 other ran, and then ran for 20 ms in Thread-2.");
  }

  @Test
  void whatIsNotThereHasNoSentence() {
    assertThat(say(trace.end(), new ThingRef.Lock(5))).isEmpty();
    assertThat(say(trace.end(), new ThingRef.Message(0, 0))).isEmpty();
  }

  @Test
  void everyThingOfATimelineHasASentence() {
    int lock = bank.object(ObjectType.MONITOR, 0, "Bank.room");
    one.at(1).event(LOCK_ACQUIRED, lock);
    one.at(2).event(WAIT_BEGIN, lock);
    two.at(3).event(SLEEP_BEGIN, 0, 5 * MS);
    two.at(6 * MS).event(SLEEP_END);
    two.at(7 * MS).event(OUTPUT, Flags.STDERR, 0, 0, "hello");
    two.at(8 * MS).event(JOIN_BEGIN, 0, 1);
    Timeline timeline = trace.end();
    for (int lane = 0; lane < 2; lane++) {
      assertThat(say(timeline, new ThingRef.Lane(lane))).endsWith(".");
      for (int i = 0; i < timeline.lanes().get(lane).spans().size(); i++) {
        long start = timeline.lanes().get(lane).spans().start(i);
        assertThat(say(timeline, new ThingRef.Span(lane, start))).endsWith(".");
      }
    }
    assertThat(say(timeline, new ThingRef.Span(0, 2)))
        .isEqualTo("Thread-1 let go of monitor room and waited to be notified for 8 ms.");
    assertThat(say(timeline, new ThingRef.Line(0))).contains("printed this 7 ms after");
  }
}

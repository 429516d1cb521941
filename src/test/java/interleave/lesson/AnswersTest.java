package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.NativeState;
import interleave.event.ObjectType;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import interleave.scenario.Catalogue;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.view.session.EmptyTimeline;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions are answered by what was recorded, whatever usually happens. */
class AnswersTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.process(7, "Program");
  private final Trace.Thread main = program.thread(1, "main");
  private final Trace.Thread one = program.thread(2, "Thread-1");
  private final Trace.Thread two = program.thread(3, "Thread-2");

  private static Optional<Reveal> of(String scenario, Timeline timeline) {
    return Answers.of(Catalogue.scenario(scenario), timeline);
  }

  private void answers(String scenario, String answer, String sentence) {
    assertThat(of(scenario, trace.end())).hasValue(new Reveal(answer, sentence));
  }

  @Test
  void beforeAnythingIsRecordedNothingIsAnswered() {
    assertThat(Catalogue.all())
        .allSatisfy(
            scenario ->
                assertThat(Answers.of(scenario, new EmptyTimeline())).as(scenario.id()).isEmpty());
  }

  @Test
  void aRunThatWasStoppedEarlyAnswersNothing() {
    main.at(1).event(THREAD_BEGIN);
    Timeline timeline = trace.end();
    Catalogue.all().stream()
        .filter(scenario -> Answers.has(scenario))
        .filter(
            scenario ->
                java.util.List.of(
                        "process-pool",
                        "queue-between-processes",
                        "lock-and-lost-updates",
                        "thread",
                        "thread-local",
                        "gil",
                        "deadlock")
                    .contains(scenario.id()))
        .forEach(
            scenario -> assertThat(Answers.of(scenario, timeline)).as(scenario.id()).isEmpty());
  }

  // bounded-buffer

  @Test
  void whereNothingCanGoOnThreadsAreStuckWhateverTheyWaitFor() {
    int items = program.object(ObjectType.SEMAPHORE, 0, "items");
    main.at(1).event(THREAD_BEGIN).event(SYNC_STATE, items, 0);
    main.at(MS).event(SYNC_WAIT_BEGIN, items, 1);
    trace.engine(500 * MS, STANDS_STILL, 0, 7, null);
    trace.store.advance(1000 * MS);
    Timeline timeline = trace.store.snapshot();
    assertThat(of("bounded-buffer", timeline).orElseThrow().answer()).isEqualTo("stuck");
  }

  // lock-and-lost-updates

  private void updates(int pairs) {
    int balance = program.object(ObjectType.VARIABLE, 0, "balance");
    for (int i = 0; i < pairs; i++) {
      one.at(1000 + 10L * i).reads(balance, i);
      one.at(1001 + 10L * i).writes(balance, i + 1);
    }
  }

  @Test
  void withoutALostUpdateTheAnswerIsNone() {
    updates(4);
    answers(
        "lock-and-lost-updates",
        "none",
        "None of the 4 updates was lost, and the balance ended at 4.");
  }

  @Test
  void oneLostUpdateInTwoIsMany() {
    int balance = program.object(ObjectType.VARIABLE, 0, "balance");
    one.at(1).reads(balance, 0);
    two.at(2).reads(balance, 0);
    one.at(3).writes(balance, 5);
    two.at(4).writes(balance, 8);
    answers(
        "lock-and-lost-updates", "many", "One of 2 updates was lost, and the balance ended at 8.");
  }

  @Test
  void whatIsWrittenBeforeAnybodyHasReadItIsNoUpdate() {
    int balance = program.object(ObjectType.VARIABLE, 0, "balance");
    main.at(1).writes(balance, 0);
    one.at(2).reads(balance, 0);
    one.at(3).writes(balance, 5);
    two.at(4).reads(balance, 5);
    two.at(5).writes(balance, 0);
    answers(
        "lock-and-lost-updates",
        "none",
        "None of the 2 updates was lost, and the balance ended at 0.");
  }

  @Test
  void largeNumbersOfAnAnswerAreWrittenInGroupsAsBesideTheTimeline() {
    updates(1_200);
    answers(
        "lock-and-lost-updates",
        "none",
        "None of the 1 200 updates was lost, and the balance ended at 1 200.");
  }

  @Test
  void oneLostUpdateInHundredsIsFew() {
    updates(200);
    int balance = program.object(ObjectType.VARIABLE, 0, "other");
    assertThat(balance).isPositive();
    Timeline sound = trace.end();
    assertThat(of("lock-and-lost-updates", sound).orElseThrow().answer()).isEqualTo("none");

    Trace racy = new Trace();
    Trace.Process bank = racy.process(7, "Bank");
    Trace.Thread a = bank.thread(1, "a");
    Trace.Thread b = bank.thread(2, "b");
    int shared = bank.object(ObjectType.VARIABLE, 0, "balance");
    a.at(1).reads(shared, 0);
    b.at(2).reads(shared, 0);
    a.at(3).writes(shared, 5);
    b.at(4).writes(shared, 8);
    for (int i = 0; i < 200; i++) {
      a.at(100 + 10L * i).reads(shared, 8 + i);
      a.at(101 + 10L * i).writes(shared, 9 + i);
    }
    assertThat(of("lock-and-lost-updates", racy.end()).orElseThrow().answer()).isEqualTo("few");
  }

  @Test
  void whatIsAddedUpInsideOfTheJdkIsWrittenOnce() {
    int balance = program.object(ObjectType.VARIABLE, 0, "balance");
    main.at(1).writes(balance, 0);
    assertThat(of("lock-and-lost-updates", trace.end()).orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answer()).isEqualTo("none"))
        .satisfies(reveal -> assertThat(reveal.sentence()).startsWith("The balance ended at 0."));
  }

  // process-pool

  private Trace.Thread worker(int pid) {
    return trace.process(pid, "Worker-" + (pid - 10), 7).thread(1, "main");
  }

  /** Three tasks for two workers; the third goes to whichever is named. */
  private void pool(int third) {
    int pool = program.object(ObjectType.POOL, 5, "pool");
    for (int task = 1; task <= 3; task++) {
      main.at(task).event(TASK_SUBMITTED, 0, pool, task, "task");
    }
    Trace.Thread[] workers = {worker(11), worker(12), worker(13)};
    int[] pools = new int[3];
    for (int i = 0; i < 3; i++) {
      pools[i] = trace.process(11 + i, "Worker-" + (1 + i), 7).object(ObjectType.POOL, 5, "pool");
    }
    for (int i = 0; i < 2; i++) {
      workers[i].at(10 + i).event(TASK_STARTED, pools[i], i + 1);
    }
    workers[1].at(20).event(TASK_ENDED, pools[1], 2);
    workers[0].at(25).event(TASK_ENDED, pools[0], 1);
    workers[third].at(30).event(TASK_STARTED, pools[third], 3);
    workers[third].at(40).event(TASK_ENDED, pools[third], 3);
  }

  @Test
  void theLastTaskMayGoToTheWorkerOfTheFirst() {
    pool(0);
    assertThat(of("process-pool", trace.end()).orElseThrow().answer()).isEqualTo("first");
  }

  @Test
  void theLastTaskMayGoToAnotherWorker() {
    pool(1);
    assertThat(of("process-pool", trace.end()).orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answer()).isEqualTo("other"))
        .satisfies(reveal -> assertThat(reveal.sentence()).contains("Worker-2"));
  }

  @Test
  void theLastTaskMayGoToAWorkerThatHadNoneYet() {
    pool(2);
    assertThat(of("process-pool", trace.end()).orElseThrow().answer()).isEqualTo("idle");
  }

  // queue-between-processes

  /** A reader that waits for a message, and then does something else. */
  private void reader(long waits, long sleeps) {
    Trace.Process reader = trace.process(8, "Reader", 7);
    Trace.Thread gets = reader.thread(1, "main");
    int here = program.object(ObjectType.QUEUE, 5, "q");
    int there = reader.object(ObjectType.QUEUE, 5, "q");
    gets.at(MS).event(GET_REQUEST, there);
    main.at(waits).event(PUT, 0, here, 1, "A");
    gets.at(waits + 1).event(GET, there, 1);
    gets.at(waits + 2).event(SLEEP_BEGIN, 0, sleeps);
    gets.at(waits + 2 + sleeps).event(SLEEP_END);
    gets.at(waits + sleeps + MS).event(THREAD_END);
  }

  @Test
  void aReaderThatMostlyWaitsIsBlocked() {
    reader(500 * MS, 100 * MS);
    assertThat(of("queue-between-processes", trace.end()).orElseThrow().answer())
        .isEqualTo("blocked");
  }

  @Test
  void aReaderThatMostlySleepsIsAsleep() {
    reader(100 * MS, 500 * MS);
    assertThat(of("queue-between-processes", trace.end()).orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answer()).isEqualTo("asleep"))
        .satisfies(reveal -> assertThat(reveal.sentence()).contains("500 ms"));
  }

  @Test
  void whereNoReaderGotAMessageThatIsSaid() {
    int queue = program.object(ObjectType.QUEUE, 5, "q");
    main.at(MS).event(PUT, 0, queue, 1, "A").at(2 * MS).event(PROCESS_END);
    assertThat(of("queue-between-processes", trace.end()).orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answered()).isFalse())
        .satisfies(reveal -> assertThat(reveal.sentence()).startsWith("No reader has got"));
  }

  // thread

  private void threads(long mainEnds, long loopEnds) {
    Trace.Thread loop = program.thread(4, "LoopThread");
    main.at(MS).event(THREAD_BEGIN);
    loop.at(2 * MS).event(THREAD_BEGIN);
    if (mainEnds > loopEnds) {
      main.at(3 * MS).event(JOIN_BEGIN, 0, 4);
    }
    loop.at(loopEnds).event(THREAD_END);
    if (mainEnds > loopEnds) {
      main.at(loopEnds + 1).event(JOIN_END, 0, 4);
    }
    main.at(mainEnds).event(THREAD_END);
  }

  @Test
  void whoJoinsEndsLast() {
    threads(505 * MS, 503 * MS);
    answers(
        "thread", "main", "main ended last, 2 ms after LoopThread: it had waited 500 ms in join.");
  }

  @Test
  void whoDoesNotJoinMayEndFirst() {
    threads(10 * MS, 510 * MS);
    assertThat(of("thread", trace.end()).orElseThrow().answer()).isEqualTo("loop");
  }

  @Test
  void aDaemonEndsWithItsProgram() {
    Trace.Thread loop = program.thread(4, "LoopThread");
    loop.at(0).event(DEFINE_THREAD, Flags.DAEMON, 0, 4, "LoopThread");
    main.at(MS).event(THREAD_BEGIN);
    loop.at(2 * MS).event(THREAD_BEGIN);
    loop.at(3 * MS).event(SLEEP_BEGIN, 0, 400 * MS);
    main.at(5 * MS).event(THREAD_END);
    trace.engine(6 * MS, CHILD_EXIT, 0, 7, null);
    assertThat(of("thread", trace.end()).orElseThrow().answer()).isEqualTo("cut");
  }

  // gil

  private void phases(long free, long locked) {
    int gil = program.object(ObjectType.LOCK, 0, "gil");
    phase(0, 100 * MS, "1 thread");
    phase(100 * MS, 100 * MS + free, "2 threads");
    long from = 100 * MS + free;
    one.at(from + 1).event(LOCK_ACQUIRED, gil);
    phase(from, from + locked, "2 with one lock");
    one.at(from + locked).event(LOCK_RELEASED, gil);
  }

  private void phase(long from, long to, String name) {
    main.at(from).event(PHASE_BEGIN, 0, 0, 1000, name);
    main.at(to).event(PHASE_END);
  }

  @Test
  void threadsThatTakeTurnsAreAsFastAsOne() {
    phases(50 * MS, 104 * MS);
    answers(
        "gil",
        "same",
        "2 with one lock: 0.96× the speed of one thread, as only one at a time computed. Free"
            + " threads: 2.00×.");
  }

  @Test
  void whoTakeTurnsCannotBeFasterSoThatSuchARunTellsNothing() {
    phases(50 * MS, 60 * MS);
    assertThat(of("gil", trace.end()).orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answered()).isFalse())
        .satisfies(reveal -> assertThat(reveal.sentence()).contains("1.67×", "tells nothing"));
  }

  @Test
  void whoHadNoProcessorIsNoSlowerForTakingTurns() {
    one.at(0).event(NATIVE_THREAD, 0, 0, 102, null);
    one.at(0).event(THREAD_BEGIN);
    for (long at = 200; at <= 300; at += 20) {
      ThreadSample sample = new ThreadSample(102, 20 * MS, 10 * MS, 10 * MS);
      trace.system(at * MS, 7, NativeState.RUNNING, WaitChannel.UNKNOWN, sample, null);
    }
    phases(50 * MS, 150 * MS);
    assertThat(of("gil", trace.end()).orElseThrow().answered()).isFalse();
  }

  @Test
  void withOneProcessorNothingIsFaster() {
    phases(99 * MS, 104 * MS);
    assertThat(of("gil", trace.end()).orElseThrow().sentence())
        .contains("Not even free threads were faster, 1.01×");
  }

  @Test
  void handOversMayCostMoreThanTheyBring() {
    phases(50 * MS, 150 * MS);
    assertThat(of("gil", trace.end()).orElseThrow().answer()).isEqualTo("slower");
  }

  // deadlock

  @Test
  void aRingMeansThatBothAreStuck() {
    int fork = program.object(ObjectType.LOCK, 0, "fork");
    int knife = program.object(ObjectType.LOCK, 0, "knife");
    one.at(10 * MS).event(LOCK_ACQUIRED, fork);
    two.at(11 * MS).event(LOCK_ACQUIRED, knife);
    one.at(12 * MS).event(LOCK_REQUEST, knife);
    two.at(30 * MS).event(LOCK_REQUEST, fork);
    assertThat(of("deadlock", trace.end()).orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answer()).isEqualTo("stuck"))
        .satisfies(
            reveal ->
                assertThat(reveal.sentence())
                    .startsWith("A deadlock: ")
                    .endsWith("It came 20 ms after the run began."));
  }

  @Test
  void aKnifeThatWasTakenMoreOftenThanTheForkWasGivenBack() {
    int fork = program.object(ObjectType.LOCK, 0, "fork");
    int knife = program.object(ObjectType.LOCK, 0, "knife");
    for (int i = 0; i < 3; i++) {
      one.at(10 + 4L * i).event(LOCK_ACQUIRED, knife);
      one.at(13 + 4L * i).event(LOCK_RELEASED, knife);
    }
    one.at(40).event(LOCK_ACQUIRED, fork);
    one.at(41).event(LOCK_RELEASED, fork);
    trace.engine(100, CHILD_EXIT, 0, 7, null);
    answers(
        "deadlock",
        "slow",
        "Both ate all their meals, and 2 times the knife was given back because there was no"
            + " fork.");
  }

  // thread-local

  private void greets(Trace.Thread thread, String text, long at) {
    thread.at(at).event(OUTPUT, 0, 0, 0, text);
  }

  @Test
  void eachThreadMayGreetItsOwn() {
    Trace.Thread a = program.thread(4, "Thread-A");
    Trace.Thread b = program.thread(5, "Thread-B");
    greets(a, "Hello, Alice (in Thread-A)", 10);
    greets(b, "Hello, Bob (in Thread-B)", 11);
    assertThat(of("thread-local", trace.end()).orElseThrow().answer()).isEqualTo("own");
  }

  @Test
  void bothMayGreetTheLast() {
    Trace.Thread a = program.thread(4, "Thread-A");
    Trace.Thread b = program.thread(5, "Thread-B");
    greets(a, "Hello, Bob (in Thread-A)", 10);
    greets(b, "Hello, Bob (in Thread-B)", 11);
    assertThat(of("thread-local", trace.end()).orElseThrow().answer()).isEqualTo("bob");
  }

  @Test
  void whoWasGreetedIsKnownWhereTwoThreadsWroteIntoOneLine() {
    Trace.Thread a = program.thread(4, "Thread-A");
    Trace.Thread b = program.thread(5, "Thread-B");
    greets(a, "Hello, Alice (in Thread-A)Hello, Bob (in Thread-B)", 10);
    greets(b, "", 11);
    assertThat(of("thread-local", trace.end()).orElseThrow().answer()).isEqualTo("own");
  }

  // gil-given-up

  private void inC(long oneThread, long twoThreads) {
    phase(0, 100 * MS, "Python, 1 thread");
    phase(100 * MS, 205 * MS, "Python, 2 threads");
    long from = 300 * MS;
    phase(from, from + oneThread, "C, 1 thread");
    phase(from + oneThread, from + oneThread + twoThreads, "C, 2 threads");
    trace.engine(from + oneThread + twoThreads + MS, CHILD_EXIT, 0, 7, null);
  }

  @Test
  void codeThatNeedsNoLockOfTheInterpreterIsFasterWithTwoThreads() {
    inC(100 * MS, 54 * MS);
    answers(
        "gil-given-up",
        "faster",
        "Two threads were at 185 % of the speed of one in C, and at 95 % in Java: nobody had to"
            + " wait for a lock.");
  }

  @Test
  void codeThatKeepsTheLockIsNoFasterWithTwoThreads() {
    inC(100 * MS, 99 * MS);
    assertThat(of("gil-given-up", trace.end()).orElseThrow().answer()).isEqualTo("same");
  }

  @Test
  void twoThreadsThatAreMoreThanTwiceAsFastTellOnlyThatTheMachineWasBusy() {
    inC(250 * MS, 100 * MS);
    assertThat(of("gil-given-up", trace.end()).orElseThrow().answered()).isFalse();
  }

  @Test
  void handingTheLockOverAfterEachSmallBufferCosts() {
    inC(100 * MS, 180 * MS);
    assertThat(of("gil-given-up", trace.end()).orElseThrow().answer()).isEqualTo("slower");
  }

  // event-loop

  /** Three tasks for one thread, due after 100 ms; a fourth keeps it for that long. */
  private void loop(long kept) {
    Trace.Thread thread = program.thread(4, "event-loop");
    int loop = program.object(ObjectType.POOL, 5, "loop");
    for (int guest = 1; guest <= 3; guest++) {
      main.at(guest).event(TASK_SUBMITTED, 0, loop, guest, "Guest");
    }
    main.at(4).event(TASK_SUBMITTED, 0, loop, 4, "Cook");
    thread.at(50 * MS).event(TASK_STARTED, loop, 4);
    thread.at(50 * MS).event(SLEEP_BEGIN, 0, kept);
    thread.at(50 * MS + kept).event(SLEEP_END).event(TASK_ENDED, loop, 4);
    for (int guest = 1; guest <= 3; guest++) {
      long at = Math.max(100 * MS, 50 * MS + kept) + guest * MS;
      thread.at(at).event(TASK_STARTED, loop, guest);
      thread.at(at + 1).event(TASK_ENDED, loop, guest);
    }
    thread.at(2000 * MS).event(THREAD_END);
    trace.engine(2000 * MS, CHILD_EXIT, 0, 7, null);
  }

  @Test
  void whoKeepsTheThreadOfALoopMakesAllOthersLate() {
    loop(600 * MS);
    answers(
        "event-loop",
        "all",
        "3 guests were due and could not run: the one thread was the cook’s. The longest stood"
            + " 553 ms.");
  }

  @Test
  void ofALoopThatNobodyCouldSeeNothingIsSaid() {
    main.at(1).event(THREAD_BEGIN);
    trace.engine(2000 * MS, CHILD_EXIT, 0, 7, null);
    assertThat(of("event-loop", trace.end())).isEmpty();
  }

  @Test
  void whoGivesTheThreadOfALoopBackMakesNobodyLate() {
    loop(10 * MS);
    assertThat(of("event-loop", trace.end()).orElseThrow().answer()).isEqualTo("none");
  }
}

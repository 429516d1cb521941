package interleave.lesson;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.scenario.Catalogue;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Questions that a recording of the Python program answers in its own way. */
class PythonAnswersTest {
  private static final long MS = 1_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process program = trace.python(7, "Program", 0);
  private final Trace.Thread main = program.thread(1, "MainThread");

  private Optional<Reveal> of(String scenario) {
    Timeline timeline = trace.end();
    return Answers.of(Catalogue.scenario(scenario), timeline);
  }

  private void answers(String scenario, String answer, String sentence) {
    assertThat(of(scenario)).hasValue(new Reveal(answer, sentence));
  }

  private static void says(Trace.Thread thread, long at, String line) {
    thread.at(at).event(OUTPUT, 0, 0, 0, line);
  }

  private void ends(long at, int pid) {
    trace.engine(at, CHILD_EXIT, 0, pid, null);
  }

  // thread

  @Test
  void theFirstThreadOutlivesTheOtherOneWhichStillHasTheLastWord() {
    Trace.Thread loop = program.thread(2, "LoopThread");
    main.at(MS).event(THREAD_BEGIN);
    loop.at(2 * MS).event(THREAD_BEGIN);
    says(main, 3 * MS, "thread MainThread ended.");
    main.at(4 * MS).event(JOIN_BEGIN, 0, 2);
    says(loop, 50 * MS, "thread LoopThread ended.");
    loop.at(53 * MS).event(THREAD_END);
    main.at(54 * MS).event(JOIN_END, 0, 2);
    main.at(60 * MS).event(THREAD_END);
    ends(61 * MS, 7);
    answers(
        "thread",
        "loop",
        "LoopThread ended 50 ms after the last word of MainThread: the interpreter waits for its"
            + " threads before it ends.");
  }

  @Test
  void whoJoinsHasTheLastWord() {
    Trace.Thread loop = program.thread(2, "LoopThread");
    main.at(MS).event(THREAD_BEGIN);
    loop.at(2 * MS).event(THREAD_BEGIN);
    main.at(3 * MS).event(JOIN_BEGIN, 0, 2);
    loop.at(53 * MS).event(THREAD_END);
    main.at(53 * MS + 1).event(JOIN_END, 0, 2);
    says(main, 55 * MS, "thread MainThread ended.");
    main.at(60 * MS).event(THREAD_END);
    ends(61 * MS, 7);
    assertThat(of("thread").orElseThrow().answer()).isEqualTo("main");
  }

  @Test
  void aDaemonIsCutOff() {
    Trace.Thread loop = program.thread(2, "LoopThread");
    loop.at(0).event(DEFINE_THREAD, Flags.DAEMON, 0, 2, "LoopThread");
    main.at(MS).event(THREAD_BEGIN);
    loop.at(2 * MS).event(THREAD_BEGIN);
    says(main, 3 * MS, "thread MainThread ended.");
    main.at(4 * MS).event(THREAD_END);
    ends(6 * MS, 7);
    assertThat(of("thread").orElseThrow().answer()).isEqualTo("cut");
  }

  // lock-and-lost-updates

  @Test
  void withoutObservedStepsOnlyTheEndOfTheBalanceIsKnown() {
    says(main, MS, "Balance: 0");
    assertThat(of("lock-and-lost-updates").orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answer()).isEqualTo("none"))
        .satisfies(reveal -> assertThat(reveal.sentence()).contains("were not recorded"));
  }

  @Test
  void withALockThatThreadsSharedNoneCanBeLost() {
    int lock = program.object(ObjectType.LOCK, 0, "lock");
    Trace.Thread two = program.thread(2, "Thread-2");
    main.at(1).event(LOCK_ACQUIRED, lock);
    main.at(2).event(LOCK_RELEASED, lock);
    two.at(3).event(LOCK_ACQUIRED, lock);
    two.at(4).event(LOCK_RELEASED, lock);
    says(main, MS, "Balance: 0");
    answers(
        "lock-and-lost-updates", "none", "The balance ended at 0. With the lock none can be lost.");
  }

  @Test
  void aBalanceThatIsOffTellsThatSomethingWasLostAndNotHowMuch() {
    says(main, MS, "Balance: -8");
    assertThat(of("lock-and-lost-updates").orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answered()).isFalse())
        .satisfies(reveal -> assertThat(reveal.sentence()).startsWith("The balance ended at -8,"));
  }

  @Test
  void observedStepsAreCounted() {
    Trace.Thread two = program.thread(2, "Thread-2");
    int balance = program.object(ObjectType.VARIABLE, 0, "balance");
    main.at(1).reads(balance, 0);
    two.at(2).reads(balance, 0);
    main.at(3).writes(balance, 5);
    two.at(4).writes(balance, 8);
    says(main, MS, "Balance: 8");
    answers(
        "lock-and-lost-updates", "many", "One of 2 updates was lost, and the balance ended at 8.");
  }

  // readers-writers

  /** A reader that counts itself in at one time and out at another. */
  private void reads(Trace.Thread reader, int lock, long in, long out) {
    reader.at(in).event(LOCK_ACQUIRED, lock);
    reader.at(in + 1).event(LOCK_RELEASED, lock);
    reader.at(in + 2).event(SLEEP_BEGIN, 0, out - in);
    reader.at(out - 1).event(SLEEP_END);
    reader.at(out).event(LOCK_ACQUIRED, lock);
    reader.at(out + 1).event(LOCK_RELEASED, lock);
  }

  @Test
  void readersThatCountThemselvesInReadTogetherThoughNoneHasALock() {
    int free = program.object(ObjectType.LOCK, 0, "free");
    Trace.Thread one = program.thread(2, "Reader-1");
    Trace.Thread two = program.thread(3, "Reader-2");
    reads(one, free, 10 * MS, 70 * MS);
    reads(two, free, 30 * MS, 90 * MS);
    answers(
        "readers-writers",
        "all",
        "At most 2 read at once, and no thread ever had to wait for the lock.");
  }

  @Test
  void readersThatSleepWithTheLockReadOneAfterTheOther() {
    int plain = program.object(ObjectType.LOCK, 0, "lock");
    for (int number = 1; number <= 2; number++) {
      Trace.Thread reader = program.thread(1 + number, "Reader-" + number);
      long from = number * 100 * MS;
      reader.at(from).event(LOCK_ACQUIRED, plain);
      reader.at(from + 1).event(SLEEP_BEGIN, 0, 50 * MS);
      reader.at(from + 50 * MS).event(SLEEP_END);
      reader.at(from + 60 * MS).event(LOCK_RELEASED, plain);
    }
    assertThat(of("readers-writers").orElseThrow().answer()).isEqualTo("single");
  }

  // fork-join

  @Test
  void sharesOfOneQueueMayBeUneven() {
    int pool = program.object(ObjectType.POOL, 5, "pool");
    for (int task = 1; task <= 4; task++) {
      main.at(task).event(TASK_SUBMITTED, 0, pool, task, "count");
    }
    for (int worker = 0; worker < 2; worker++) {
      Trace.Process process = trace.python(11 + worker, "Worker-" + (1 + worker), 7);
      int there = process.object(ObjectType.POOL, 5, "pool");
      Trace.Thread thread = process.thread(1, "MainThread");
      for (int task = worker == 0 ? 1 : 4; task <= (worker == 0 ? 3 : 4); task++) {
        thread.at(10L * task).event(TASK_STARTED, there, task);
        thread.at(10L * task + 5).event(TASK_ENDED, there, task);
      }
    }
    answers("fork-join", "many", "4 tasks: Worker-1 ran the most, 3, and Worker-2 the fewest, 1.");
  }

  // completable-future

  @Test
  void coroutinesRunOnTheOneThreadOfTheirLoop() {
    says(main, MS, "Offer: 1750, 12 in stock");
    assertThat(of("completable-future").orElseThrow().sentence())
        .startsWith("All of it ran on MainThread");
  }

  // distributed-processes

  @Test
  void theQueuesAreInTheProcessThatServesTheCalls() {
    Trace.Thread worker = trace.python(9, "Worker", 7).thread(1, "MainThread");
    Trace.Thread server = trace.python(8, "Server", 7).thread(1, "MainThread");
    says(server, MS, "ready");
    calls(main, server, 1, 2 * MS);
    calls(worker, server, 2, 3 * MS);
    calls(worker, server, 3, 4 * MS);
    says(main, 5 * MS, "Result: 3 * 3 = 9");
    assertThat(of("distributed-processes").orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answer()).isEqualTo("server"))
        .satisfies(reveal -> assertThat(reveal.sentence()).contains("Server", "2 other processes"));
  }

  @Test
  void whereNobodyServedACallNothingIsAnswered() {
    says(main, MS, "Result: 3 * 3 = 9");
    assertThat(of("distributed-processes")).isEmpty();
  }

  private static void calls(Trace.Thread client, Trace.Thread server, long id, long time) {
    client.at(time).event(CALL_BEGIN, 0, 0, id, "tasks.get()");
    server.at(time + 1).event(SERVE_BEGIN, 0, 0, id, null);
    server.at(time + 2).event(SERVE_END, 0, 0, id, null);
    client.at(time + 3).event(CALL_END, 0, 0, id, null);
  }

  // those that say what they counted

  @Test
  void whoCountedForItselfIsBelieved() {
    says(main, MS, "Fewest cakes: -2, woken in vain: 0");
    says(main, MS + 1, "Counted 11 of 12, again: 3");
    says(main, MS + 2, "Anna is full: 8. Ben: 1.");
    says(main, MS + 3, "2 of 3 orders were delivered.");
    ends(2 * MS, 7);
    answers(
        "woken-too-early",
        "more",
        "Guests took cakes that were not there: at worst there were 2 fewer than none.");
    answers("compare-and-set", "lost", "One of 12 got lost: both were in at the same time.");
    answers(
        "livelock",
        "starved",
        "One starved: when Anna had had 8 meals and was full, Ben had had 1.");
    assertThat(of("pool-starvation").orElseThrow().answer()).isEqualTo("some");
  }

  @Test
  void whereAllWentWellThatIsSaid() {
    says(main, MS, "Fewest cakes: 0, woken in vain: 1");
    says(main, MS + 1, "Counted 12 of 12, again: 0");
    says(main, MS + 2, "Ben is full: 8. Anna: 7.");
    says(main, MS + 3, "3 of 3 orders were delivered.");
    ends(2 * MS, 7);
    assertThat(of("woken-too-early").orElseThrow())
        .satisfies(reveal -> assertThat(reveal.answer()).isEqualTo("none"))
        .satisfies(reveal -> assertThat(reveal.sentence()).contains("once a guest was woken"));
    answers(
        "compare-and-set",
        "smooth",
        "All 12 were counted, and nobody had to try again or to wait.");
    assertThat(of("livelock").orElseThrow().answer()).isEqualTo("both");
    assertThat(of("pool-starvation").orElseThrow().answer()).isEqualTo("all");
  }

  @Test
  void nobodyEatsWhereBothGiveTheSpoonAway() {
    says(main, MS, "Anna gave it away 10 times; eaten: 0");
    ends(2 * MS, 7);
    answers(
        "livelock",
        "nobody",
        "Nobody ate, though the spoon changed hands all the time: each gave it away 10 times.");
  }
}

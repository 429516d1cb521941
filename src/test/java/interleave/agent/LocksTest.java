package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.LockLane;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of {@code java.util.concurrent.locks}. */
class LocksTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(LockLane.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(LockLane.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void holdsOfOneLockNeverOverlap() {
    for (String name : List.of("LockLane.plain", "LockLane.fair", "LockLane.own")) {
      Holds.assertExclusive(run.about(name));
      assertThat(count(name, LOCK_ACQUIRED)).as(name).isGreaterThanOrEqualTo(2 * LockLane.TIMES);
      assertThat(count(name, LOCK_RELEASED)).isEqualTo(count(name, LOCK_ACQUIRED));
    }
  }

  private static long count(String name, EventKind kind) {
    return run.kindsAbout(name).stream().filter(each -> each == kind).count();
  }

  @Test
  void whatIsFreeIsAcquiredWithoutARequest() {
    assertThat(run.kindsAbout("LockLane.nested")).containsExactly(LOCK_ACQUIRED, LOCK_RELEASED);
    assertThat(run.about("LockLane.nested").getFirst().value()).isZero();
  }

  @Test
  void whoMustWaitAsksFirstAndIsToldHowLong() {
    List<Event> events = run.about("LockLane.contended");
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(LOCK_ACQUIRED, LOCK_REQUEST, LOCK_RELEASED, LOCK_ACQUIRED, LOCK_RELEASED);
    Event request = events.get(1);
    Event acquired = events.get(3);
    assertThat(request.thread()).isEqualTo(run.thread("waiter"));
    assertThat(acquired.value()).isPositive().isEqualTo(acquired.time() - request.time());
    assertThat(run.place(request)).contains("LockLane.java:").endsWith(" contend");
  }

  @Test
  void aTryThatWaitedInVainIsAbandonedAndOneThatDidNotWaitIsNothing() {
    assertThat(run.kindsAbout("LockLane.timed"))
        .containsExactly(LOCK_ACQUIRED, WAIT_LIMIT, LOCK_REQUEST, LOCK_ABANDONED, LOCK_RELEASED);
    assertThat(run.about("LockLane.timed").get(3).flags()).isEqualTo(Flags.TIMED_OUT);
  }

  @Test
  void anInterruptedRequestIsAbandoned() {
    Event abandoned =
        run.about("LockLane.fair").stream()
            .filter(event -> event.kind() == LOCK_ABANDONED)
            .findFirst()
            .orElseThrow();
    assertThat(abandoned.flags()).isEqualTo(Flags.INTERRUPTED);
    assertThat(abandoned.thread()).isEqualTo(run.thread("main"));
  }

  @Test
  void aConditionLetsGoOfItsLock() {
    List<Event> events = run.about("LockLane.waited");
    assertThat(events).extracting(Event::kind).contains(WAIT_BEGIN, NOTIFY, WAIT_END);
    assertThat(events)
        .filteredOn(event -> event.kind() == WAIT_END)
        .extracting(Event::flags)
        .contains(Flags.TIMED_OUT);
    Holds.assertExclusive(events);
  }

  @Test
  void aWaitTellsTheConditionAndTheTimeAskedFor() {
    int arrived = run.object("LockLane.arrived");
    assertThat(run.about("LockLane.waited"))
        .filteredOn(event -> event.kind() == WAIT_BEGIN)
        .extracting(Event::value)
        .containsExactly((long) arrived, 1_000L << 32 | arrived);
    assertThat(run.about("LockLane.waited"))
        .filteredOn(event -> event.kind() == NOTIFY || event.kind() == WAIT_END)
        .extracting(Event::value)
        .containsOnly((long) arrived, (long) run.object("LockLane.poked"));
  }

  @Test
  void theTwoLocksOfAReadWriteLockAreOneThing() {
    List<Event> events = run.about("LockLane.shelf");
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ACQUIRED, LOCK_RELEASED);
    assertThat(events).extracting(Event::flags).containsExactly(Flags.SHARED, Flags.SHARED, 0, 0);
  }

  @Test
  void aReaderQueuesBehindAWriterThatWaitsAndEachSaysSo() {
    assertThat(run.out).contains("late reader behind the writer\n");
    assertThat(run.about("LockLane.queued"))
        .filteredOn(event -> event.kind() == LOCK_REQUEST)
        .extracting(Event::thread)
        .containsExactly(run.thread("writer"), run.thread("late reader"));
  }

  @Test
  void locksAreNamedAfterTheirFieldsAsSoonAsThatIsSure() {
    // Two in one line cannot be told apart there.
    assertThat(run.objects())
        .contains("ReentrantLock@1", "ReentrantLock@2", "LockLane.left", "LockLane.tried");
    assertThat(run.objects()).noneMatch(name -> name.contains("TimeUnit"));
    assertThat(run.kindsAbout("LockLane.tried"))
        .containsExactly(LOCK_ACQUIRED, LOCK_RELEASED, LOCK_ACQUIRED, LOCK_RELEASED);
  }
}

package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.agent.fixture.FullStacks;
import interleave.agent.fixture.Monitors;
import interleave.event.Event;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of {@code synchronized}, {@code wait} and {@code notify}. */
@BesideOthers
class MonitorsTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Monitors.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Monitors.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isZero();
  }

  @Test
  void holdsOfOneMonitorNeverOverlap() {
    for (String name : List.of("Monitors.shared", "Monitors.class", "Monitors.counter")) {
      Holds.assertExclusive(run.about(name));
    }
    assertThat(acquired("Monitors.shared")).isEqualTo(2 * Monitors.TIMES);
    assertThat(acquired("Monitors.class")).isEqualTo(2 * Monitors.TIMES);
    assertThat(acquired("Monitors.counter")).isGreaterThanOrEqualTo(2 * Monitors.TIMES);
  }

  private static long acquired(String name) {
    return run.kindsAbout(name).stream().filter(kind -> kind == LOCK_ACQUIRED).count();
  }

  @Test
  void whatIsFreeIsAcquiredWithoutARequestAndOnlyOnce() {
    assertThat(run.kindsAbout("Monitors.free")).containsExactly(LOCK_ACQUIRED, LOCK_RELEASED);
    assertThat(run.about("Monitors.free").getFirst().value()).isZero();
  }

  @Test
  void whoMustWaitAsksFirstAndIsToldHowLong() {
    List<Event> events = run.about("Monitors.contended");
    Event request = events.stream().filter(e -> e.kind() == LOCK_REQUEST).findFirst().orElseThrow();
    Event acquired = events.get(events.size() - 2);
    assertThat(request.thread()).isEqualTo(run.thread("waiter"));
    assertThat(acquired.kind()).isEqualTo(LOCK_ACQUIRED);
    assertThat(acquired.value()).isPositive().isEqualTo(acquired.time() - request.time());
    assertThat(run.place(request)).contains("Monitors.java:");
  }

  @Test
  void whoHadAMonitorLastTakesItAgainWithoutARequestThoughAnotherWaits() {
    int main = run.thread("main");
    assertThat(run.about("Monitors.condition"))
        .filteredOn(event -> event.thread() == main && event.kind() != NOTIFY)
        .extracting(Event::kind)
        .containsExactly(
            LOCK_REQUEST,
            LOCK_ACQUIRED,
            LOCK_RELEASED,
            LOCK_ACQUIRED,
            LOCK_RELEASED,
            LOCK_ACQUIRED,
            LOCK_RELEASED);
  }

  @Test
  void waitAndNotifyAreRecorded() {
    List<Event> events = run.about("Monitors.condition");
    assertThat(events).extracting(Event::kind).contains(WAIT_BEGIN, NOTIFY, WAIT_END);
    Event notify = events.stream().filter(e -> e.kind() == NOTIFY).findFirst().orElseThrow();
    assertThat(notify.flags()).isEqualTo(Flags.ALL);
    Holds.assertExclusive(events);
  }

  @Test
  void aWaitWithALimitSaysThatItWasTooLong() {
    List<Event> events = run.about("Monitors.timed");
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(LOCK_ACQUIRED, WAIT_BEGIN, WAIT_END, LOCK_RELEASED);
    assertThat(events.get(1).value()).isEqualTo(2_000L << 32);
    assertThat(events.get(2).flags()).isEqualTo(Flags.TIMED_OUT);
  }

  @Test
  void monitorsOfASerializableClassAreLeftAsTheyAreWhereItsVersionDependsOnThem() throws Exception {
    Traced run = Traced.launch().run(interleave.agent.fixture.Serials.class);
    assertThat(run.err).isEmpty();
    Traced plain = Traced.launch().untraced().run(interleave.agent.fixture.Serials.class);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.notes()).hasSize(1).first().asString().contains("Serials$Old");
    assertThat(run.objects()).contains("New@1").doesNotContain("Old@1");
  }

  @Test
  void aStackThatIsNotEmptyAtAMonitorStaysAsItIs() throws Exception {
    Traced traced = Traced.run(FullStacks.class);
    Traced plain = Traced.launch().untraced().run(FullStacks.class);
    assertThat(traced.out + traced.err).isEqualTo(plain.out + plain.err);
    assertThat(plain.out).startsWith("sum 43\nfalse\nsum java.lang.NullPointerException\nfalse\n");
    assertThat(traced.kindsAbout("Object@1")).containsExactly(LOCK_ACQUIRED, LOCK_RELEASED);
    assertThat(traced.kindsAbout("Object@2")).containsExactly(LOCK_ACQUIRED, LOCK_RELEASED);
    assertThat(traced.kindsAbout("Old.class")).containsExactly(LOCK_ACQUIRED, LOCK_RELEASED);
  }
}

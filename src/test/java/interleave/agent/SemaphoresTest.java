package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Semaphores;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of semaphores. */
class SemaphoresTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Semaphores.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Semaphores.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  @Test
  void permitsAreNeverMoreThanThereWere() {
    for (String name : List.of("Semaphores.plain", "Semaphores.fair")) {
      long free = 0;
      long least = Long.MAX_VALUE;
      for (Event event : run.about(name)) {
        switch (event.kind()) {
          case SYNC_STATE -> free = (int) event.value();
          case PERMIT_ACQUIRED -> free -= event.value();
          case PERMIT_RELEASED -> free += event.value();
          default -> {}
        }
        least = Math.min(least, free);
      }
      assertThat(least).as(name).isGreaterThanOrEqualTo(0);
      assertThat(free).as(name).isEqualTo(name.endsWith("plain") ? 2 : 1);
      assertThat(count(name, PERMIT_ACQUIRED)).isGreaterThanOrEqualTo(4L * Semaphores.TIMES);
    }
  }

  private static long count(String name, EventKind kind) {
    return run.kindsAbout(name).stream().filter(each -> each == kind).count();
  }

  @Test
  void freePermitsCostOneEventAndATryInVainNone() {
    assertThat(run.kindsAbout("Semaphores.free"))
        .containsExactly(SYNC_STATE, PERMIT_ACQUIRED, PERMIT_ACQUIRED, PERMIT_RELEASED);
    assertThat(run.about("Semaphores.free"))
        .extracting(Event::value)
        .containsExactly(3L << 32 | 3, 2L, 1L, 3L);
  }

  @Test
  void whoMustWaitSaysForHowMany() {
    List<Event> events = run.about("Semaphores.handed");
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(
            SYNC_STATE, SYNC_WAIT_BEGIN, PERMIT_RELEASED, PERMIT_RELEASED, PERMIT_ACQUIRED);
    assertThat(events.get(1).value()).isEqualTo(2);
    assertThat(events.get(4).value()).isEqualTo(2);
    assertThat(events.get(4).thread()).isEqualTo(run.thread("waiter"));
    assertThat(run.place(events.get(2))).contains("Semaphores.java:").endsWith(" hand");
  }

  @Test
  void aWaitInVainSaysWhyItEnded() {
    List<Event> events = run.about("Semaphores.empty");
    assertThat(events)
        .extracting(Event::kind)
        .containsExactly(SYNC_STATE, WAIT_LIMIT, SYNC_WAIT_BEGIN, SYNC_WAIT_END);
    assertThat(events.get(3).flags()).isEqualTo(Flags.TIMED_OUT);
    assertThat(run.about("Semaphores.fair"))
        .filteredOn(event -> event.kind() == SYNC_WAIT_END)
        .extracting(Event::flags)
        .containsExactly(Flags.INTERRUPTED);
  }

  @Test
  void drainingTakesWhatIsThere() {
    assertThat(run.about("Semaphores.drained"))
        .extracting(event -> event.kind() + " " + (int) event.value())
        .containsExactly("SYNC_STATE 4", "PERMIT_ACQUIRED 4", "PERMIT_RELEASED 2");
  }

  @Test
  void aSemaphoreOfTheProgramsOwnIsNotAskedAndAcquiresOnce() {
    assertThat(run.kindsAbout("Semaphores.own"))
        .containsExactly(SYNC_WAIT_BEGIN, PERMIT_ACQUIRED, PERMIT_RELEASED);
  }

  @Test
  void releasingByAReferenceIsSeen() {
    assertThat(run.objects()).contains("Semaphore@1");
    assertThat(run.kindsAbout("Semaphore@1")).contains(SYNC_STATE, PERMIT_RELEASED);
  }
}

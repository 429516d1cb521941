package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Stamps;
import interleave.event.Event;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of stamped locks and of threads that park. */
class StampsTest {
  private static final int SHARED = Flags.SHARED;

  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Stamps.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Stamps.class);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isZero();
  }

  private static List<String> told(String name) {
    return run.about(name).stream().map(event -> event.kind() + " " + event.flags()).toList();
  }

  @Test
  void whatIsFreeIsAcquiredWithoutARequest() {
    assertThat(told("Stamps.point"))
        .containsExactly(
            "LOCK_ACQUIRED 0",
            "LOCK_RELEASED 0",
            "LOCK_ACQUIRED " + SHARED,
            "LOCK_ACQUIRED " + SHARED,
            "LOCK_RELEASED " + SHARED,
            "LOCK_RELEASED " + SHARED);
  }

  @Test
  void aStampThatIsConvertedGivesOneLockForTheOther() {
    assertThat(told("Stamps.both"))
        .containsExactly(
            "LOCK_ACQUIRED " + SHARED,
            "LOCK_RELEASED " + SHARED,
            "LOCK_ACQUIRED 0",
            "LOCK_RELEASED 0",
            "LOCK_ACQUIRED " + SHARED,
            "LOCK_RELEASED " + SHARED,
            "OPTIMISTIC_VALIDATED 0");
  }

  @Test
  void whoMustWaitAsksAndAWaitInVainIsAbandoned() {
    assertThat(told("Stamps.contended"))
        .containsExactly(
            "LOCK_ACQUIRED 0",
            "LOCK_REQUEST " + SHARED,
            "WAIT_LIMIT 0",
            "LOCK_REQUEST 0",
            "LOCK_ABANDONED " + Flags.TIMED_OUT,
            "LOCK_RELEASED 0",
            "LOCK_ACQUIRED " + SHARED,
            "LOCK_RELEASED " + SHARED);
  }

  @Test
  void viewsAreTheLockItself() {
    assertThat(told("Stamps.viewed"))
        .containsExactly(
            "LOCK_REQUEST " + SHARED,
            "LOCK_ACQUIRED " + SHARED,
            "LOCK_RELEASED " + SHARED,
            "LOCK_REQUEST 0",
            "LOCK_ACQUIRED 0",
            "LOCK_RELEASED 0");
  }

  @Test
  void anOptimisticReadIsValidUntilSomebodyWrites() {
    assertThat(told("Stamps.read"))
        .containsExactly(
            "OPTIMISTIC_READ 0",
            "OPTIMISTIC_VALIDATED 0",
            "LOCK_ACQUIRED 0",
            "OPTIMISTIC_READ " + Flags.FAILED,
            "LOCK_RELEASED 0",
            "OPTIMISTIC_VALIDATED " + Flags.FAILED);
  }

  @Test
  void aThreadIsParkedUntilItIsUnparked() {
    int sleeper = run.thread("sleeper");
    Event begin = run.of(PARK_BEGIN, "sleeper").getFirst();
    Event end = run.of(PARK_END, "sleeper").getFirst();
    Event unpark = run.only(UNPARK);
    assertThat(unpark.value()).isEqualTo(sleeper);
    assertThat(unpark.time()).isBetween(begin.time(), end.time());
    assertThat(begin.object()).isEqualTo(run.object("Object@1"));
    assertThat(run.of(PARK_BEGIN, "main")).extracting(Event::value).containsExactly(1_000L, 0L);
    assertThat(run.of(PARK_END, "main"))
        .extracting(Event::flags)
        .containsExactly(0, Flags.INTERRUPTED);
  }
}

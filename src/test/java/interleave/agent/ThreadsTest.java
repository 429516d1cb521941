package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Threads;
import interleave.event.Event;
import interleave.event.Flags;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of threads. */
class ThreadsTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Threads.class);
  }

  @Test
  void theProgramRunsAsEver() {
    assertThat(run.exit).isZero();
    assertThat(run.out).isEqualTo("working\nwoken\nfailing\nlight\nheavy\ninterrupted\nfalse\n");
    assertThat(run.err).isEmpty();
  }

  @Test
  void aThreadIsCreatedStartedBeginsEndsAndIsJoinedInThisOrder() {
    int worker = run.thread("worker");
    Event created = about(CREATED, worker);
    Event started = about(STARTED, worker);
    Event begun = run.of(THREAD_BEGIN, "worker").getFirst();
    Event ended = run.of(THREAD_END, "worker").getFirst();
    Event joined = about(JOINED, worker);
    assertThat(created.time()).isLessThan(started.time());
    assertThat(started.time()).isLessThan(begun.time());
    assertThat(begun.time()).isLessThan(ended.time());
    assertThat(ended.time()).isLessThan(joined.time());
    assertThat(run.place(started)).startsWith("Threads.java:").endsWith(" main");
  }

  private static final interleave.event.EventKind CREATED = THREAD_CREATED;
  private static final interleave.event.EventKind STARTED = THREAD_STARTED;
  private static final interleave.event.EventKind JOINED = JOIN_END;

  private static Event about(interleave.event.EventKind kind, int thread) {
    return run.of(kind).stream().filter(e -> e.value() == thread).findFirst().orElseThrow();
  }

  @Test
  void everyKindOfThreadIsCreatedAndStarted() {
    for (String name :
        new String[] {
          "worker", "daemon", "sleeper", "failing", "virtual", "built", "renamed", "referred"
        }) {
      int id = run.thread(name);
      assertThat(run.of(CREATED)).filteredOn(e -> e.value() == id).as(name).hasSize(1);
      assertThat(run.of(STARTED)).filteredOn(e -> e.value() == id).as(name).hasSize(1);
    }
    int idle = run.thread("never started");
    assertThat(run.of(CREATED)).filteredOn(e -> e.value() == idle).hasSize(1);
    assertThat(run.of(STARTED)).filteredOn(e -> e.value() == idle).isEmpty();
  }

  @Test
  void everyThreadThatEndsSaysSoOnce() {
    for (String name :
        new String[] {
          "main", "worker", "sleeper", "failing", "virtual", "built", "renamed", "referred"
        }) {
      assertThat(run.of(THREAD_BEGIN, name)).as(name).hasSize(1);
      assertThat(run.of(THREAD_END, name)).as(name).hasSize(1);
    }
    assertThat(run.of(THREAD_END)).noneMatch(e -> e.thread() == run.thread("daemon"));
  }

  @Test
  void anUncaughtExceptionIsToldWithTheEnd() {
    Event end = run.of(THREAD_END, "failing").getFirst();
    assertThat(end.flags() & Flags.FAILED).isNotZero();
    assertThat(end.text()).isEqualTo("java.lang.IllegalArgumentException: on purpose");
  }

  @Test
  void namesAndKindsAreKnown() {
    assertThat(definition("daemon").flags() & Flags.DAEMON).isNotZero();
    assertThat(definition("virtual").flags() & Flags.VIRTUAL).isNotZero();
    assertThat(definition("worker").flags()).isZero();
    assertThat(definition("first name").thread()).isEqualTo(definition("daemon").thread());
  }

  private static Event definition(String name) {
    return run.of(DEFINE_THREAD).stream().filter(e -> name.equals(e.text())).toList().getLast();
  }

  @Test
  void joinsTellWhetherTheyWereInTime() {
    int daemon = run.thread("daemon");
    assertThat(about(JOINED, daemon).flags() & Flags.TIMED_OUT).isNotZero();
    assertThat(about(JOINED, run.thread("sleeper")).flags()).isZero();
    assertThat(about(JOINED, run.thread("referred")).flags()).isZero();
  }

  @Test
  void sleepsTellHowLongAndWhetherTheyWereInterrupted() {
    assertThat(run.of(SLEEP_BEGIN, "sleeper").getFirst().value()).isEqualTo(600_000_000_000L);
    assertThat(run.of(SLEEP_END, "sleeper").getFirst().flags()).isEqualTo(Flags.INTERRUPTED);
    assertThat(run.of(SLEEP_BEGIN, "main").getFirst().value()).isEqualTo(2_000_000L);
    assertThat(run.of(SLEEP_END, "main").getFirst().flags()).isZero();
    assertThat(run.of(SLEEP_END, "main").getLast().flags()).isEqualTo(Flags.INTERRUPTED);
    assertThat(run.of(INTERRUPT, "main").getFirst().value()).isEqualTo(run.thread("sleeper"));
  }

  @Test
  void linesAreRecordedWithTheThreadThatPrintedThem() {
    assertThat(run.printedBy("worker")).containsExactly("working");
    assertThat(run.printedBy("sleeper")).containsExactly("woken");
    assertThat(run.printedBy("virtual")).containsExactly("light");
    assertThat(run.place(run.of(OUTPUT, "worker").getFirst())).endsWith(" main");
  }

  @Test
  void aProcessThatReturnsFromMainEndsWithZero() {
    assertThat(run.only(PROCESS_START).text()).startsWith("java " + Threads.class.getName());
    assertThat(run.only(PROCESS_END).value()).isZero();
    assertThat(run.only(PROCESS_END).flags()).isZero();
  }
}

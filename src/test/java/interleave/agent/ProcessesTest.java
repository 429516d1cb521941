package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Processes;
import interleave.event.Event;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of child processes, and that the tracer travels to them. */
class ProcessesTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run =
        Traced.launch()
            .env("JAVA_TOOL_OPTIONS", "-javaagent:" + System.getProperty("interleave.agent"))
            .run(Processes.class);
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Processes.class);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.exit).isEqualTo(plain.exit).isEqualTo(9);
  }

  @Test
  void startsTellTheCommand() {
    assertThat(run.of(CHILD_START))
        .extracting(Event::text)
        .startsWith("sh -c exit 3", "sleep 600", "sleep 600", "sleep 600")
        .hasSize(5);
    assertThat(run.of(CHILD_START)).allMatch(event -> event.value() > 0);
    assertThat(run.place(run.of(CHILD_START).getFirst())).endsWith(" main");
  }

  @Test
  void aProgramThatIsNotThereFailsToStart() {
    assertThat(run.only(CHILD_START_FAILED).text()).contains("/no/such/program");
  }

  @Test
  void exitsTellCodeOrSignalAndEachOnce() {
    List<Event> exits = run.of(CHILD_EXIT);
    assertThat(exits).hasSize(5);
    assertThat(exits).extracting(e -> e.value() >> 32).containsExactly(3L, 9L, 15L, 9L, 5L);
    assertThat(exits)
        .extracting(Event::flags)
        .containsExactly(0, Flags.SIGNAL, Flags.SIGNAL, Flags.SIGNAL, 0);
    List<Event> starts = run.of(CHILD_START);
    for (int i = 0; i < 5; i++) {
      assertThat(exits.get(i).value() & 0xFFFF_FFFFL).isEqualTo(starts.get(i).value());
    }
  }

  @Test
  void waitsTellWhetherTheyWereInTime() {
    assertThat(run.of(CHILD_WAIT_END))
        .extracting(Event::flags)
        .containsExactly(0, 0, Flags.TIMED_OUT, 0, Flags.INTERRUPTED, 0, 0);
    assertThat(run.of(CHILD_WAIT_BEGIN)).hasSize(7);
  }

  @Test
  void terminatingSaysWhetherThereIsNoChance() {
    assertThat(run.of(CHILD_TERMINATE))
        .extracting(Event::flags)
        .containsExactly(Flags.KILL, 0, Flags.KILL);
  }

  @Test
  void javaChildrenAreTracedToo() {
    Event child = run.of(PROCESS_START).getLast();
    assertThat(child.text()).endsWith("Processes child");
    assertThat(child.value()).isEqualTo(run.of(CHILD_START).getLast().value());
    assertThat(run.of(PROCESS_END)).extracting(Event::value).containsExactly(5L, 9L);
  }
}

package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Sweeps;
import interleave.event.Event;
import interleave.event.Flags;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves a queue without being handed to anybody is no loss. */
class SweepsTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.launch().run(Sweeps.class);
  }

  @Test
  void theProgramRunsAsEver() throws Exception {
    Traced plain = Traced.launch().untraced().run(Sweeps.class);
    assertThat(run.err).isEqualTo(plain.err).isEmpty();
    assertThat(run.out).isEqualTo(plain.out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue", "queue@2", "queue@3", "queue@4", "queue@5"})
  void whatIsSweptOutOfAQueueIsGotByWhoeverDidThatOnceEach(String name) {
    assertThat(gets(name)).hasSize(8).doesNotHaveDuplicates();
    assertThat(run.about(name))
        .filteredOn(event -> event.kind() == GET)
        .allMatch(event -> event.thread() == run.thread("main"));
  }

  @Test
  void whatTheWorkerOfAPoolTakesIsNoLoss() {
    assertThat(gets("Sweeps.work")).hasSize(4).doesNotHaveDuplicates();
    assertThat(run.about("Sweeps.work"))
        .filteredOn(event -> event.kind() == GET)
        .allMatch(event -> event.thread() == run.thread("pool-1-thread-1"));
  }

  @Test
  void aTaskThatAHandlerOfTheProgramsTookOutIsDropped() {
    List<Event> dropped =
        run.of(TASK_ENDED).stream()
            .filter(event -> (event.flags() & Flags.CANCELLED) != 0)
            .toList();
    assertThat(dropped).extracting(Event::value).containsExactly(2L, 3L);
    assertThat(dropped).extracting(Event::text).containsOnly("dropped for a newer one");
    assertThat(run.of(TASK_STARTED)).extracting(Event::value).containsExactly(1L, 4L);
  }

  private static List<Long> gets(String queue) {
    return run.about(queue).stream()
        .filter(event -> event.kind() == GET)
        .map(Event::value)
        .toList();
  }
}

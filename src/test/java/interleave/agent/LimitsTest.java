package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.agent.fixture.Limits;
import interleave.event.Event;
import interleave.event.EventKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Waits that end by themselves say so. */
class LimitsTest {
  private static final Set<EventKind> BEGINS =
      Set.of(
          JOIN_BEGIN,
          LOCK_REQUEST,
          SYNC_WAIT_BEGIN,
          PUT_REQUEST,
          GET_REQUEST,
          RESULT_WAIT_BEGIN,
          CHILD_WAIT_BEGIN);

  @Test
  void aWaitWithALimitSaysItDirectlyBeforeItBegins() throws Exception {
    Traced run = Traced.run(Limits.class);
    assertThat(run.exit).as(run.err).isZero();
    int main = run.thread("main");
    List<Event> events = run.events.stream().filter(event -> event.thread() == main).toList();
    List<Event> begun =
        events.stream()
            .filter(event -> BEGINS.contains(event.kind()))
            .skip(1) // for the holder to have its locks
            .toList();
    assertThat(begun).hasSize(25);
    assertThat(begun)
        .allSatisfy(
            event -> {
              Event before = events.get(events.indexOf(event) - 1);
              assertThat(before.kind()).as("before %s", event).isEqualTo(WAIT_LIMIT);
              assertThat(before.object()).isEqualTo(event.object());
              assertThat(before.value()).isBetween(2_999_999L, 3_000_000L);
              assertThat(before.time()).isLessThanOrEqualTo(event.time());
            });
  }
}

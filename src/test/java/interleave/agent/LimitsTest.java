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
    List<Event> limits = events.stream().filter(event -> event.kind() == WAIT_LIMIT).toList();
    assertThat(limits).hasSize(25);
    assertThat(limits)
        .allSatisfy(
            limit -> {
              Event begin = events.get(events.indexOf(limit) + 1);
              assertThat(BEGINS).as("after %s", limit).contains(begin.kind());
              assertThat(begin.object()).isEqualTo(limit.object());
              assertThat(limit.value()).isBetween(2_999_999L, 3_000_000L);
              assertThat(limit.time()).isLessThanOrEqualTo(begin.time());
            });
    assertThat(events.stream().filter(event -> BEGINS.contains(event.kind())))
        .as("but for the wait for the holder to have its locks, if that was one")
        .hasSizeBetween(25, 26);
  }
}

package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Event;
import java.util.List;

/** Who holds a lock, replayed from the events about it. */
final class Holds {
  private Holds() {}

  /** Fails where two threads hold it at once, or one releases what it has not. */
  static void assertExclusive(List<Event> inOrderOfTime) {
    int holder = 0;
    for (Event event : inOrderOfTime) {
      switch (event.kind()) {
        case LOCK_ACQUIRED, WAIT_END -> {
          assertThat(holder).as("holder before %s", event).isZero();
          holder = event.thread();
        }
        case LOCK_RELEASED, WAIT_BEGIN -> {
          assertThat(holder).as("holder before %s", event).isEqualTo(event.thread());
          holder = 0;
        }
        default -> {}
      }
    }
    assertThat(holder).as("holder in the end").isZero();
  }
}

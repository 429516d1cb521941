package interleave.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.layout.Durations;
import interleave.timeline.range.Inquiry;
import interleave.timeline.statistics.Cell;
import interleave.timeline.statistics.LockSheet;
import interleave.timeline.statistics.Sheet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds and waits that last still count up to now. */
class HeldAndWaitedTest {
  private static final long SECOND = 1_000_000_000;

  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "Bank");
  private final Trace.Thread one = process.thread(1, "one");
  private final Trace.Thread two = process.thread(2, "two");
  private final int a = process.object(ObjectType.LOCK, 1, "a");
  private final int b = process.object(ObjectType.LOCK, 2, "b");
  private final int c = process.object(ObjectType.LOCK, 3, "c");

  @Test
  void statisticsOfADeadlockTellHowManyWaitAndHowLong() {
    one.at(SECOND).event(EventKind.LOCK_ACQUIRED, a);
    two.at(SECOND).event(EventKind.LOCK_ACQUIRED, b);
    one.at(2 * SECOND).event(EventKind.LOCK_REQUEST, b);
    two.at(2 * SECOND).event(EventKind.LOCK_REQUEST, a);
    process.thread(3, "three").at(9 * SECOND).event(EventKind.LOCK_ACQUIRED, c);
    List<Sheet.Row> rows = LockSheet.of(Inquiry.whole(trace.end())).rows();
    assertThat(rows.subList(0, 2))
        .extracting(row -> row.cells().stream().map(Cell::text).toList())
        .containsExactly(
            List.of("a", "1", "1", show(7), show(7), show(8), "one 100 %"),
            List.of("b", "1", "1", show(7), show(7), show(8), "two 100 %"));
  }

  @Test
  void aLockThatIsHeldStillWasHeldUntilNow() {
    one.at(SECOND).event(EventKind.LOCK_ACQUIRED, a);
    two.at(9 * SECOND).event(EventKind.LOCK_ACQUIRED, b);
    two.at(10 * SECOND).event(EventKind.LOCK_RELEASED, b);
    trace.store.advance(Long.MAX_VALUE);
    Timeline live = trace.store.snapshot();
    LockTrack lock = live.locks().getFirst();
    assertThat(lock.heldNs(SECOND, 10 * SECOND)).isEqualTo(9 * SECOND);
    assertThat(lock.holdNs(live.now())).isEqualTo(live.now() - SECOND);
  }

  private static String show(long seconds) {
    return Durations.show(seconds * SECOND);
  }
}

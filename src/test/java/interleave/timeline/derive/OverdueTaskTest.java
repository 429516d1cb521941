package interleave.timeline.derive;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Awaited;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.Spans;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks of an event loop whose sleep is over while the thread of the loop runs another one. */
class OverdueTaskTest {
  private static final long MS = 1_000_000;
  private static final int MAIN = 1;
  private static final int TASK = 5;

  private final Trace trace = new Trace();
  private final Trace.Process process = trace.process(1, "P");
  private final Trace.Thread main = process.thread(MAIN, "main");
  private final Trace.Thread task = process.thread(TASK, "task");

  /** It sleeps for 100 ms from the 10th on, and the loop gets round to it that late. */
  private List<String> wokenAt(long ms) {
    task.at(MS).event(EventKind.DEFINE_THREAD, Flags.COROUTINE, 0, TASK, "task");
    task.at(2 * MS).event(EventKind.AWAIT_END, 0, MAIN);
    long hundred = 100_000L << 32;
    task.at(10 * MS).event(EventKind.AWAIT_BEGIN, Awaited.SLEEP.ordinal(), 0, MAIN | hundred, null);
    main.at(ms * MS).event(EventKind.UNPARK, 0, TASK);
    task.at((ms + 1) * MS).event(EventKind.AWAIT_END, 0, MAIN);
    task.at((ms + 2) * MS).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    Spans spans =
        timeline.lanes().stream()
            .filter(it -> it.name().equals("task"))
            .findFirst()
            .orElseThrow()
            .spans();
    List<String> told = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.start(i) >= 10 * MS) {
        told.add(spans.state(i) + " " + spans.start(i) / MS + "-" + spans.end(i) / MS);
      }
    }
    return told;
  }

  @Test
  void whoseSleepIsOverWaitsForItsTurnFromThenOn() {
    assertThat(wokenAt(700))
        .containsExactly("SLEEPING 10-110", "SYNC_WAIT 110-701", "RUNNING 701-702");
  }

  @Test
  void whoIsWokenInTimeWaitsForItsTurnAsSoonAsItIsWoken() {
    assertThat(wokenAt(111))
        .containsExactly("SLEEPING 10-111", "SYNC_WAIT 111-112", "RUNNING 112-113");
  }

  @Test
  void whoIsWokenBeforeItsTimeHasNotSleptAnyLonger() {
    assertThat(wokenAt(50)).containsExactly("SLEEPING 10-50", "SYNC_WAIT 50-51", "RUNNING 51-52");
  }
}

package interleave.timeline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.WaitChannel;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.layout.TimeText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is said of a run of which somebody says who goes on. */
class StepsTest {
  private static final long STEP = 1_000_000;

  @AfterEach
  void backToTimes() {
    TimeText.by(new TimelineStore().snapshot());
  }

  @Test
  void ofAThreadThatWasNotChosenItIsNotSaidThatNoProcessorWasFree() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "Bank");
    Trace.Thread thread = process.thread(1, "main").at(0).event(EventKind.THREAD_BEGIN);
    told(thread.at(STEP), NativeState.READY);
    thread.at(5 * STEP).event(EventKind.CHOICE, 0, 5);
    told(thread.at(5 * STEP + 1), NativeState.RUNNING);
    thread.at(7 * STEP).event(EventKind.THREAD_END);
    Timeline timeline = trace.end();
    assertThat(Explanation.sentence(timeline, new ThingRef.Lane(0)))
        .isEqualTo(
            "main went on for 3 steps of its 7 steps; for 4 steps it could have, but others were"
                + " chosen.");
  }

  @Test
  void aRunUnderControlCountsStepsBeforeItsFirst() {
    TimelineStore store = new TimelineStore();
    store.advanceSteps();
    assertThat(store.snapshot().countsSteps()).isTrue();
  }

  private static void told(Trace.Thread thread, NativeState state) {
    thread.event(EventKind.STATE_TOLD, state.flags(WaitChannel.UNKNOWN), 0, 0, null);
  }
}

package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.timeline.Timeline;
import interleave.timeline.summary.Summaries;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A recording that is derived while it is written, against one that is derived at the end. */
class LiveTimelineTest {
  private static final int EACH = 20_000;

  private static void lockAndUnlock(Recorder recorder, int lock) {
    for (int i = 0; i < EACH; i++) {
      recorder.log().event(EventKind.LOCK_ACQUIRED, 0, lock, 0, 0);
      recorder.log().event(EventKind.LOCK_RELEASED, 0, lock, 0, 0);
    }
  }

  @Test
  void whatIsDerivedAheadIsWhatIsDerivedAtTheEnd() throws Exception {
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    try (LiveTimeline live = LiveTimeline.ahead(recording)) {
      Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
      Thread[] threads = new Thread[3];
      for (int i = 0; i < threads.length; i++) {
        int lock = i + 1;
        threads[i] = new Thread(() -> lockAndUnlock(recorder, lock));
        threads[i].start();
      }
      for (Thread each : threads) {
        each.join();
      }
      assertThat(live.isFinal()).isFalse();
      live.end();
      Timeline ahead = live.awaitFinal();
      Timeline after = LiveTimeline.load(recording);
      assertThat(Summaries.of(ahead)).isEqualTo(Summaries.of(after));
      assertThat(ahead.locks()).hasSize(3).allMatch(lock -> lock.acquires() == EACH);
    } finally {
      recording.delete();
    }
  }

  @Test
  void whoAsksSeesWhatIsDerivedAheadBeforeTheEnd() throws Exception {
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    try (LiveTimeline live = LiveTimeline.ahead(recording)) {
      Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
      lockAndUnlock(recorder, 1);
      live.ask();
      while (!live.isAnswered()) {
        LockSupport.parkNanos(1_000_000);
      }
      assertThat(live.timeline().live()).isTrue();
      assertThat(live.timeline().counters().events()).isGreaterThan(2 * EACH);
      lockAndUnlock(recorder, 1);
      live.end();
      assertThat(live.awaitFinal().locks().getFirst().acquires()).isEqualTo(2 * EACH);
      assertThat(live.behind()).isZero();
      assertThat(live.bytesWaiting()).isZero();
    } finally {
      recording.delete();
    }
  }
}

package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Looking once at a recording that is still written. */
class GlanceTest {
  private static final int EACH = LiveTimeline.MOST_AT_ONCE;

  private static Recording recorded() throws Exception {
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
    for (int i = 0; i < EACH; i++) {
      recorder.log().event(EventKind.LOCK_ACQUIRED, 0, 1, 0, 0);
      recorder.log().event(EventKind.LOCK_RELEASED, 0, 1, 0, 0);
    }
    return recording;
  }

  @Test
  void aGlanceSeesWhatIsWrittenByNow() throws Exception {
    Recording recording = recorded();
    try (Glance glance = Glance.at(recording)) {
      assertThat(glance.timeline())
          .hasValueSatisfying(
              seen -> {
                assertThat(seen.live()).isTrue();
                assertThat(seen.locks().getFirst().acquires()).isEqualTo(EACH);
              });
      assertThat(glance.isDone()).isTrue();
    } finally {
      recording.delete();
    }
  }

  @Test
  void aGlanceThatNobodyWantsAnyMoreReadsNoFurther() throws Exception {
    Recording recording = recorded();
    try {
      AtomicInteger asked = new AtomicInteger();
      assertThat(Glance.read(recording, () -> asked.incrementAndGet() > 1)).isNull();
      assertThat(asked).hasValue(2);
      AtomicInteger whole = new AtomicInteger();
      assertThat(Glance.read(recording, () -> whole.incrementAndGet() < 0)).isNotNull();
      assertThat(whole).hasValueGreaterThan(2);
    } finally {
      recording.delete();
    }
  }
}

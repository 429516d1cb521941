package interleave.engine;

import static interleave.engine.EngineTest.sh;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.tail.LiveTimeline;
import interleave.timeline.CpuTrack;
import interleave.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CpuSamplerTest {
  @Test
  void aProcessThatComputesUsesMoreProcessorTimeThanOneThatSleeps() throws Exception {
    Timeline timeline = recorded("sleep 1000 & while :; do :; done");
    CpuTrack busy = CpuTrack.of(timeline, 0);
    CpuTrack sleeping = sleeping(timeline);
    assertThat(busy).isNotNull();
    assertThat(sleeping).isNotNull();
    assertThat(busy.usedNs()).isGreaterThan(sleeping.usedNs()).isPositive();
    assertThat(busy.share()).isGreaterThan(sleeping.share());
    for (int i = 1; i < busy.samples().size(); i++) {
      assertThat(busy.samples().time(i)).isGreaterThan(busy.samples().time(i - 1));
      assertThat(busy.samples().value(i)).isGreaterThanOrEqualTo(busy.samples().value(i - 1));
    }
    assertThat(timeline.processes().getFirst().end())
        .as("samples lie within the life of the process")
        .isGreaterThanOrEqualTo(busy.end());
  }

  private static @Nullable CpuTrack sleeping(Timeline timeline) {
    return timeline.processes().stream()
        .filter(process -> process.name().endsWith("sleep 1000"))
        .findFirst()
        .map(process -> CpuTrack.of(timeline, process.index()))
        .orElse(null);
  }

  private static boolean isSeen(Timeline timeline) {
    CpuTrack busy = timeline.processes().isEmpty() ? null : CpuTrack.of(timeline, 0);
    CpuTrack sleeping = sleeping(timeline);
    return busy != null
        && sleeping != null
        && sleeping.samples().size() > 1
        && busy.usedNs() > 10 * sleeping.usedNs() + 1_000_000;
  }

  /** What is recorded until both were seen for a while, and then is stopped. */
  private static Timeline recorded(String script) throws Exception {
    try (Run run = start(script)) {
      Await.until("both are seen", () -> isSeen(LiveTimeline.load(run.recording())));
      run.stop();
      return LiveTimeline.load(run.recording());
    }
  }

  private static Run start(String script) throws StartException {
    return new Engine(EngineTest.UNTRACED)
        .start(sh(script), new Settings(1 << 28, Settings.Input.PIPE, new Heard()));
  }
}

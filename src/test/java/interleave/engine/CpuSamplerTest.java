package interleave.engine;

import static interleave.engine.EngineTest.sh;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.tail.LiveTimeline;
import interleave.timeline.CpuTrack;
import interleave.timeline.Timeline;
import org.junit.jupiter.api.Test;

class CpuSamplerTest {
  @Test
  void aProcessThatComputesUsesMoreProcessorTimeThanOneThatSleeps() throws Exception {
    Timeline timeline =
        recorded("sleep 1000 & s=$!; i=0; while [ $i -lt 600000 ]; do i=$((i+1)); done; kill $s");
    CpuTrack busy = CpuTrack.of(timeline, 0);
    int sleep =
        timeline.processes().stream()
            .filter(process -> process.name().endsWith("sleep 1000"))
            .findFirst()
            .orElseThrow()
            .index();
    CpuTrack sleeping = CpuTrack.of(timeline, sleep);
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

  private static Timeline recorded(String script) throws Exception {
    try (Run run = start(script)) {
      run.ended().get();
      return LiveTimeline.load(run.recording());
    }
  }

  private static Run start(String script) throws StartException {
    return new Engine(EngineTest.UNTRACED)
        .start(sh(script), new Settings(1 << 28, Settings.Input.PIPE, new Heard()));
  }
}

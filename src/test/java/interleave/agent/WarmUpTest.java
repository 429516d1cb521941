package interleave.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without its samples the warm-up would warm nothing, and nobody would notice. */
class WarmUpTest {
  @Test
  void theProgramsThatItRewritesAreThere() {
    for (String sample : WarmUp.SAMPLES) {
      assertThat(WarmUp.class.getResource("/" + sample + ".class")).as(sample).isNotNull();
    }
  }

  @Test
  void theWorkerFindsItByItsName() throws Exception {
    assertThat(Class.forName("interleave.agent.WarmUp").getMethod("run")).isNotNull();
  }
}

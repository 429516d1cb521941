package interleave.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhaseTest {
  @Test
  void aPhaseEndsOnceAndSaysHowLongItTook() {
    long before = System.nanoTime();
    Phase phase = Phase.begin("warm-up");
    long took = phase.end();
    assertThat(took).isNotNegative().isLessThanOrEqualTo(System.nanoTime() - before);
    phase.close();
    assertThat(phase.end()).isEqualTo(took);
  }

  @Test
  void workIsNotNegative() {
    assertThatThrownBy(() -> Phase.begin("backwards", -1)).hasMessageContaining("-1");
  }
}

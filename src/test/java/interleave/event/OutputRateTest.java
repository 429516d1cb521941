package interleave.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputRateTest {
  private static final byte[] LINE = ("x".repeat(67) + "\n").getBytes(UTF_8); // counts for 100

  @Test
  void whatComesFasterForLongIsCounted() {
    OutputRate rate = new OutputRate(1000, 0);
    for (int i = 0; i < 10; i++) {
      assertThat(rate.admits(LINE.length)).isTrue();
    }
    assertThat(rate.admits(LINE.length)).isFalse();
    assertThat(rate.counted()).isNull();
    assertThat(rate.count(LINE, 0, LINE.length)).contains("from here it is counted");
    assertThat(rate.count(LINE, 60, 8)).isNull();
    assertThat(rate.isCounting()).isTrue();
    assertThat(rate.counted()).isEqualTo("[2 lines, 76 bytes, which were only counted]");
    assertThat(rate.counted()).isNull();
  }

  @Test
  void afterAWhileLinesAreRecordedAgain() {
    OutputRate rate = new OutputRate(1000, Integer.MAX_VALUE);
    for (int i = 0; i < 100; i++) {
      while (!rate.admits(LINE.length)) {
        Thread.onSpinWait();
      }
    }
  }
}

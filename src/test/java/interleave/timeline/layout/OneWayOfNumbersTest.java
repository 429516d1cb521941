package interleave.timeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same time reads the same beside a bar, in a sentence and in the inspector. */
class OneWayOfNumbersTest {
  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        7,
        999,
        1_000,
        1_200,
        9_996,
        41_250,
        999_600,
        1_000_000,
        3_940_000,
        99_960_000,
        999_999_999,
        1_000_000_000,
        1_205_000_000,
        9_999_000_000L,
        1_234_567_000_000L
      })
  void aDurationIsWrittenTheSameEverywhere(long ns) {
    assertThat(Durations.show(ns)).isEqualTo(TimeText.duration(ns));
  }
}

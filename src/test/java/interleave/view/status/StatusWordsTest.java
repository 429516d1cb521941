package interleave.view.status;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Timeline;
import org.junit.jupiter.api.Test;

class StatusWordsTest {
  @Test
  void howFarThePictureIsBehindIsToldInTenthsOfASecond() {
    assertThat(StatusWords.behind(3_240_000_000L)).isEqualTo("3.2 s behind the program");
  }

  @Test
  void whatAnEventCostsIsToldOfManyOnly() {
    assertThat(StatusWords.recorder(new Timeline.Counters(1_000_000, 0, 51.4, 0)))
        .hasValue("recorder 51 ns/event");
    assertThat(StatusWords.recorder(new Timeline.Counters(250, 0, 1451, 0))).isEmpty();
    assertThat(StatusWords.recorder(new Timeline.Counters(1_000_000, 0, Double.NaN, 0))).isEmpty();
  }
}

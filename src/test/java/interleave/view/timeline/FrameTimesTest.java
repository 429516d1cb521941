package interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.view.timeline.FrameTimes.Figures;
import interleave.view.timeline.FrameTimes.Part;
import org.junit.jupiter.api.Test;

class FrameTimesTest {
  private final FrameTimes times = new FrameTimes();

  @Test
  void lastMedianAndWhatOneOfAHundredExceeds() {
    for (int ns = 1; ns <= 100; ns++) {
      times.add(Part.DRAW, ns);
    }
    assertThat(times.of(Part.DRAW)).isEqualTo(new Figures(100, 51, 100));
    assertThat(times.of(Part.PAINT)).isEqualTo(new Figures(0, 0, 0));
  }

  @Test
  void onlyTheLastFramesCount() {
    for (int i = 0; i < 10_000; i++) {
      times.add(Part.DRAW, i < 5_000 ? 1_000 : 7);
    }
    assertThat(times.of(Part.DRAW)).isEqualTo(new Figures(7, 7, 7));
    times.clear();
    assertThat(times.count(Part.DRAW)).isZero();
  }

  @Test
  void fromPictureToPictureThereIsOneLessThanPictures() {
    times.shown(1_000);
    times.shown(1_016);
    times.shown(1_050);
    assertThat(times.of(Part.INTERVAL)).isEqualTo(new Figures(34, 34, 34));
    assertThat(times.count(Part.INTERVAL)).isEqualTo(2);
    assertThat(times.lastShown()).isEqualTo(1_050);
  }
}

package interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.layout.AxisBreak;
import interleave.timeline.layout.Viewport;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import org.junit.jupiter.api.Test;

class LiveWindowTest {
  private static Sketch at(double ms) {
    return new Sketch(Sketches.at(0), Sketches.at(ms), true);
  }

  @Test
  void aYoungRunIsShownWhole() {
    Viewport window = LiveWindow.following(LiveWindow.whole(at(400), AxisBreak.NONE), at(500));
    assertThat(window.start()).isEqualTo(Sketches.at(0));
    assertThat(window.end()).isBetween(Sketches.at(500), Sketches.at(520));
  }

  @Test
  void theStartIsDrawnTogetherInAWindowOnAll() {
    AxisBreak gap = new AxisBreak(Sketches.at(0), Sketches.at(300));
    Viewport window = LiveWindow.following(LiveWindow.whole(at(400), gap), at(500));
    assertThat(window.first()).isEqualTo(Sketches.at(0));
    assertThat(window.share(Sketches.at(300))).isBetween(0.05, 0.07);
    assertThat(window.end()).isBetween(Sketches.at(500), Sketches.at(510));
  }

  @Test
  void aWindowOnTheNewestPartKeepsItsLength() {
    Viewport before = Viewport.of(Sketches.at(900), Sketches.at(1000));
    Viewport after = LiveWindow.following(before, at(5000));
    assertThat(after.length()).isEqualTo(before.length());
    assertThat(after.end()).isBetween(Sketches.at(5000), Sketches.at(5003));
  }

  @Test
  void theFirstMomentOfALiveRunIsNotStretchedOverTheScreen() {
    assertThat(LiveWindow.whole(at(0.01), AxisBreak.NONE).length()).isGreaterThan(40e6);
  }
}

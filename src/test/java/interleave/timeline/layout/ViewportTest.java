package interleave.timeline.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ViewportTest {
  private static final double WIDTH = 1000;

  @Property
  void zoomingKeepsWhatIsUnderThePointer(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 4) long start,
      @ForAll @DoubleRange(min = 100, max = 1e12) double length,
      @ForAll @DoubleRange(min = 0.2, max = 5) double factor,
      @ForAll @DoubleRange(min = 0, max = 1) double anchor) {
    Viewport before = new Viewport(start, 0, length, 0);
    long time = before.scale(0, WIDTH).time(anchor * WIDTH);
    Viewport after = before.zoom(factor, anchor);
    double moved = after.scale(0, WIDTH).x(time) - before.scale(0, WIDTH).x(time);
    double nanosecond = WIDTH / Math.min(before.length(), after.length());
    assertThat(Math.abs(moved)).isLessThan(0.01 + nanosecond);
  }

  @Property
  void panningThereAndBackEndsWhereItBegan(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 4) long start,
      @ForAll @DoubleRange(min = -1e9, max = 1e9) double ns) {
    Viewport before = new Viewport(start, 0.25, 1e6, 0);
    Viewport after = before.pan(ns).pan(-ns);
    double apart = after.start() - before.start() + after.fraction() - before.fraction();
    assertThat(apart).isCloseTo(0, within(1e-5));
  }

  @Test
  void partsOfANanosecondAddUp() {
    Viewport window = Viewport.of(5_000, 5_020);
    for (int i = 0; i < 10; i++) {
      window = window.pan(0.1);
    }
    double moved = window.start() - 5_000 + window.fraction();
    assertThat(moved).isCloseTo(1, within(1e-9));
  }

  @Test
  void itGoesNoDeeperThanTwentyNanoseconds() {
    assertThat(Viewport.of(0, 1_000).zoom(1e-9, 0.5).length()).isEqualTo(Viewport.SHORTEST);
  }

  @Test
  void halfOfItShowsTheRunWhereverOnePansTo() {
    Viewport window = Viewport.of(1_000, 2_000);
    assertThat(window.pan(-1e9).clamp(1_000, 9_000).start()).isEqualTo(500);
    assertThat(window.pan(1e9).clamp(1_000, 9_000).start()).isEqualTo(8_500);
    assertThat(window.clamp(1_000, 9_000)).isEqualTo(window);
  }

  @Test
  void aThingIsShownWithRoomOnBothSides() {
    Viewport window = Viewport.around(10_000, 20_000, 0.2);
    assertThat(window.start()).isEqualTo(8_000);
    assertThat(window.end()).isEqualTo(22_000);
  }

  @Test
  void anAnimationEndsAtItsTarget() {
    Viewport from = Viewport.of(0, 1_000_000_000);
    Viewport to = Viewport.of(400_000_000, 400_024_000);
    Viewport at = from;
    for (int i = 0; i < 200; i++) {
      at = at.towards(to, 0.28);
    }
    assertThat(at.length()).isCloseTo(to.length(), within(1.0));
    assertThat((double) (at.start() - to.start())).isCloseTo(0, within(1.0));
  }
}

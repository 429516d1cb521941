package interleave.timeline.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class AxisBreakTest {
  private static final long DAYS = 9_000_000_000_000_000L;
  private static final long MS = 1_000_000;
  private static final AxisBreak GAP = new AxisBreak(DAYS, DAYS + 400 * MS);

  @Property
  void timesComeBackFromThePixelsThatTheyAreDrawnAt(
      @ForAll @LongRange(max = 2_000 * MS) long at,
      @ForAll @LongRange(min = 410 * MS, max = 2_000 * MS) long end) {
    TimeScale scale = GAP.window(DAYS, DAYS + end).scale(180, 900);
    long time = DAYS + at;
    double each = at < 400 * MS ? 400.0 * MS / 54 : scale.nsPerPixel();
    assertThat((double) (scale.time(scale.x(time)) - time)).isCloseTo(0, within(each + 2));
  }

  @Property
  void laterIsFurtherToTheRight(
      @ForAll @LongRange(max = 900 * MS) long at,
      @ForAll @LongRange(min = 1, max = 900 * MS) long later,
      @ForAll @DoubleRange(min = 0.01, max = 20) double zoom) {
    TimeScale scale = GAP.window(DAYS, DAYS + 900 * MS).zoom(zoom, 0.3).scale(0, 1000);
    assertThat(scale.x(DAYS + at)).isLessThanOrEqualTo(scale.x(DAYS + at + later));
  }

  @Property
  void aWindowBeginsAndEndsWhereItWasAskedTo(
      @ForAll @LongRange(max = 700 * MS) long from,
      @ForAll @LongRange(min = 701 * MS, max = 5_000 * MS) long to) {
    Viewport window = GAP.window(DAYS + from, DAYS + to);
    assertThat((double) (window.first() - DAYS - from)).isCloseTo(0, within(30.0));
    assertThat((double) (window.end() - DAYS - to)).isCloseTo(0, within(10.0));
    assertThat(window.share(DAYS + to)).isCloseTo(1, within(1e-6));
  }

  @Property
  void whatIsNarrowByItselfIsNotDrawnTogether(
      @ForAll @LongRange(min = 7_000 * MS, max = 90_000 * MS) long to) {
    Viewport window = GAP.window(DAYS, DAYS + to);
    assertThat(window).isEqualTo(Viewport.of(DAYS, DAYS + to).broken(GAP));
    assertThat(window.scale(0, 1000).even()).isEqualTo(Long.MIN_VALUE);
    assertThat(window.scale(0, 1).x(DAYS + to / 2)).isCloseTo(0.5, within(1e-6));
  }

  @Property
  void whoPansToTheLeftComesToTheBeginningAndNoFurtherThanHalfAWindow(
      @ForAll @DoubleRange(min = 0, max = 50) double windows) {
    Viewport window = GAP.window(DAYS + 500 * MS, DAYS + 600 * MS);
    Viewport moved = window.pan(-windows * window.length()).clamp(DAYS, DAYS + 900 * MS);
    assertThat(moved.share(DAYS)).isLessThanOrEqualTo(0.5 + 1e-6);
  }
}

package interleave.timeline.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class TimeScaleTest {
  @Property
  void aTimeComesBackFromItsPixelWithinHalfAPixel(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 4) long start,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long after,
      @ForAll @DoubleRange(min = 0.01, max = 1e6) double nsPerPixel) {
    TimeScale scale = new TimeScale(start, 0, nsPerPixel, 180);
    long time = start + Math.min(after, (long) (nsPerPixel * 9e6));
    long back = scale.time(scale.x(time) + 1e-6 / nsPerPixel);
    assertThat(back - time).isBetween(-(long) nsPerPixel - 1, (long) nsPerPixel + 1);
  }

  @Property
  void laterIsFurtherRight(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 4) long start,
      @ForAll @LongRange(min = 0, max = 1_000_000) long one,
      @ForAll @LongRange(min = 1, max = 1_000_000) long more) {
    TimeScale scale = new TimeScale(start, 0.3, 0.5, 0);
    assertThat(scale.x(start + one)).isLessThan(scale.x(start + one + more));
  }

  @Property
  void oneNanosecondIsToldFromTheNextAtAnyUptime(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long start) {
    TimeScale scale = new TimeScale(start, 0, 1 / 50.0, 0);
    assertThat(scale.x(start + 7) - scale.x(start + 6)).isCloseTo(50, within(1e-6));
    assertThat(scale.time(scale.x(start + 7) + 1)).isEqualTo(start + 7);
  }

  @org.junit.jupiter.api.Test
  void anOpenEndIsFarAwayButDrawable() {
    TimeScale scale = new TimeScale(1_000, 0, 1, 0);
    assertThat(scale.x(Long.MAX_VALUE)).isEqualTo(1e7);
    assertThat(scale.x(Long.MIN_VALUE)).isEqualTo(-1e7);
  }
}

package interleave.timeline.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RulerTest {
  private static final long ORIGIN = 7_000_000_000_000L;

  private static Ruler ruler(long from, long to) {
    TimeScale scale = Viewport.of(ORIGIN + from, ORIGIN + to).scale(0, 660);
    return Ruler.of(scale, 0, 660, ORIGIN);
  }

  private static List<String> labels(Ruler ruler) {
    return ruler.ticks().stream().map(Ruler.Tick::label).toList();
  }

  @Test
  void aRunOfSecondsHasPlainTicks() {
    Ruler ruler = ruler(0, 2_400_000_000L);
    assertThat(labels(ruler)).containsExactly("0 ms", "500 ms", "1 000 ms", "1 500 ms", "2 000 ms");
    assertThat(ruler.relative()).isFalse();
  }

  @Test
  void deepInARunTicksAreRelativeToARoundTime() {
    Ruler ruler = ruler(412_306_118, 412_306_118 + 24_000);
    assertThat(ruler.relative()).isTrue();
    assertThat(ruler.corner(ORIGIN)).isEqualTo("412.30 ms");
    assertThat(labels(ruler)).startsWith("+10 µs", "+15 µs");
  }

  @Test
  void panningByAStepKeepsTheBase() {
    assertThat(ruler(412_320_000, 412_344_000).base())
        .isEqualTo(ruler(412_325_000, 412_349_000).base());
  }

  @Property
  void ticksAreNeverCrowdedAndNeverFew(
      @ForAll @LongRange(min = 0, max = 1L << 50) long from,
      @ForAll @DoubleRange(min = 20, max = 1e13) double length) {
    TimeScale scale = new Viewport(ORIGIN + from, 0, length, 0).scale(0, 1000);
    Ruler ruler = Ruler.of(scale, 0, 1000, ORIGIN);
    double apart = ruler.step() / scale.nsPerPixel();
    assertThat(apart).isBetween(90.0, 260.0);
    assertThat(ruler.ticks()).hasSizeBetween(3, 12);
  }

  @Property
  void labelsOfOneRulerDiffer(
      @ForAll @LongRange(min = 0, max = 1L << 45) long from,
      @ForAll @DoubleRange(min = 200, max = 1e12) double length) {
    TimeScale scale = new Viewport(ORIGIN + from, 0, length, 0).scale(0, 1000);
    assertThat(labels(Ruler.of(scale, 0, 1000, ORIGIN))).doesNotHaveDuplicates();
  }

  @Test
  void timesAreWrittenWithTheDigitsThatCount() {
    assertThat(TimeText.moment(1_061_400_000L, 100_000)).isEqualTo("1 061.4 ms");
    assertThat(TimeText.moment(412_306_118L, 1)).isEqualTo("412.306 118 ms");
    assertThat(TimeText.moment(412_306_118L, 1_000_000)).isEqualTo("412 ms");
    assertThat(TimeText.duration(2_400)).isEqualTo("2.4 µs");
    assertThat(TimeText.duration(41_234_567)).isEqualTo("41.2 ms");
    assertThat(TimeText.duration(280)).isEqualTo("280 ns");
    assertThat(TimeText.duration(-280)).isEqualTo("\u2212280 ns");
    assertThat(TimeText.duration(0)).isEqualTo("0 ns");
    assertThat(TimeText.duration(3_000_000_000L)).isEqualTo("3 s");
  }
}

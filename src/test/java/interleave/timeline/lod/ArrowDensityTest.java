package interleave.timeline.lod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrowDensityTest {
  private static List<Long> admitted(int count, long apart, boolean hidden, int lit) {
    ArrowDensity density = new ArrowDensity(1, count, hidden);
    List<Long> admitted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (density.admits(1_000 + i * apart, i == lit)) {
        admitted.add(1_000 + i * apart);
      }
    }
    assertThat(density.drawn()).isEqualTo(admitted.size());
    assertThat(density.all()).isEqualTo(count);
    return admitted;
  }

  @Test
  void aFewAreAllDrawn() {
    assertThat(admitted(ArrowDensity.FEW, 1, false, -1)).hasSize(ArrowDensity.FEW);
  }

  @Test
  void ofManyNoTwoStandCloserThanTheyCanBeToldApart() {
    assertThat(admitted(34, 20, false, -1)).hasSizeBetween(8, 14);
    assertThat(admitted(34, 1, false, -1)).hasSizeLessThan(3);
    assertThat(admitted(34, 100, false, -1)).hasSize(34);
  }

  @Test
  void whatIsLitIsDrawnAmongManyAndWhereTheOthersAreHidden() {
    assertThat(admitted(34, 1, false, 33)).contains(1_033L);
    assertThat(admitted(34, 1, true, 33)).containsExactly(1_033L);
    assertThat(admitted(3, 1, true, -1)).isEmpty();
  }
}

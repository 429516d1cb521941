package interleave.timeline.compare;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.range.Patience;
import interleave.timeline.sketch.Sketch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {
  private static final long MS = 1_000_000;

  /** One of 100 ms that prints a line, and one of 120 ms that prints that and another. */
  private static Comparison longer() {
    Sketch a = new Sketch(5 * MS, 105 * MS, false);
    a.print(a.process("P", 1, 5 * MS, 105 * MS, null), -1, 6 * MS, "done");
    Sketch b = new Sketch(905 * MS, 1025 * MS, false);
    int process = b.process("P", 2, 905 * MS, 1025 * MS, null);
    b.print(process, -1, 906 * MS, "done");
    b.print(process, -1, 907 * MS, "again");
    return Comparison.of(a, b, Alignment.START, Patience.ENDLESS).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "duration, true",
    "duration=10%, true",
    "duration=20%, false",
    "duration=19.5ms, true",
    "duration=1s, false",
    "deadlocks, false",
    "lost-updates, false",
    "other-lines, true",
    "other-lines=1, false",
  })
  void aRunThatIsWorseByMoreThanALimitExceedsIt(String text, boolean exceeded) {
    Limit limit = Limit.of(text).orElseThrow();
    assertThat(limit.isExceeded(longer())).isEqualTo(exceeded);
    assertThat(limit.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "speed=1",
        "duration=",
        "duration=5",
        "duration=-1ms",
        "lost-updates=3ms",
        "threads=1",
        "duration=1e9s"
      })
  void whatIsNoLimitIsNone(String text) {
    assertThat(Limit.of(text)).isEmpty();
  }

  @Test
  void lessIsBetterOrWorseAsTheFigureIs() {
    assertThat(Limit.METRICS).allMatch(metric -> metric.worse() != 0);
    assertThat(List.of(Metric.THROUGHPUT.worse(), Metric.DURATION.worse())).containsExactly(-1, 1);
  }
}

package interleave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whether the report of the benchmarks fails where a limit does not hold. */
class LimitsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Limits limits = new Limits(new PrintStream(out, true, StandardCharsets.UTF_8));

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void limitsThatHoldAreKept() {
    limits.line("put() + take()", 5, 5);
    limits.line("only told", 100, Double.NaN);
    assertThat(limits.kept()).isTrue();
    assertThat(printed()).contains("pass").doesNotContain("FAIL");
  }

  @Test
  void oneThatIsPassedByLittleFailsAll() {
    limits.line("put() + take(), linked", 5.01, 5);
    limits.line("lock() + unlock()", 2, 3.5);
    assertThat(limits.kept()).isFalse();
    assertThat(printed().lines().toList().getFirst()).matches(".* 5\\.01 +5\\.00  FAIL");
  }

  @Test
  void whatCouldNotBeMeasuredFails() {
    limits.line("lock() + unlock()", Double.NaN, 3.5);
    assertThat(limits.kept()).isFalse();
  }
}

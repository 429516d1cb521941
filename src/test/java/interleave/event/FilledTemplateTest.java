package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilledTemplateTest {
  private static String packed(int template, long... numbers) {
    byte[] bytes = new byte[100];
    bytes[0] = FilledTemplate.MARK;
    int length = FilledTemplate.put(bytes, 1, template);
    for (long each : numbers) {
      length = FilledTemplate.put(bytes, length, each);
    }
    bytes[length++] = FilledTemplate.MARK;
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static String text(String packed) {
    return FilledTemplate.text(packed, id -> "a" + id + ": \uFFFC, b: \uFFFC.");
  }

  @Test
  void numbersComeBackAsTheyWere() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      long one = random.nextLong() >> random.nextInt(64);
      long other = i < 4 ? new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}[i] : one + 1;
      assertThat(text(packed(i, one, other)))
          .isEqualTo("a" + i + ": " + one + ", b: " + other + ".");
    }
  }

  @Test
  void theIdOfTheTemplateCanBeAnother() {
    String renamed = FilledTemplate.renamed(packed(7, 31, 32), id -> id * 1000);
    assertThat(text(renamed)).isEqualTo("a7000: 31, b: 32.");
  }

  @Test
  void whatElseIsToldStandsBehindIt() {
    assertThat(text(packed(1, 2, 3) + "\nc: 4")).isEqualTo("a1: 2, b: 3.\nc: 4");
  }

  @Test
  void otherTextsAndWhatIsDamagedAreTexts() {
    assertThat(text("")).isEmpty();
    assertThat(text("size: 3")).isEqualTo("size: 3");
    assertThat(text("\u0001")).isEqualTo("a0: 0, b: 0.");
    assertThat(text(packed(1, 2))).isEqualTo("a1: 2, b: 0.");
    assertThat(text(packed(1, 2, 3, 4) + "!")).isEqualTo("a1: 2, b: 3.!");
    assertThat(text("\u0001\uFFFF\uFFFF\uFFFF")).startsWith("a");
    assertThat(FilledTemplate.text(packed(1, 2, 3), _ -> "")).isEmpty();
  }
}

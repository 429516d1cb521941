package interleave.exchange.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static double number(String text) {
    byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.US_ASCII);
    return Decimals.number(bytes, 1, 1 + text.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0", "007", "1.5", "-3", "1e3", "999999999999999", "9007199254740993"})
  void numbersAreThoseOfJava(String text) {
    assertThat(number(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void anyNumberIsThatOfJava() {
    Random random = new Random(2);
    for (int i = 0; i < 2000; i++) {
      String text = Long.toString(random.nextLong() >>> random.nextInt(64));
      assertThat(number(text)).isEqualTo(Double.parseDouble(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1x", "--1"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(number(text)).isNaN();
  }
}

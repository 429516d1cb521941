package interleave.view.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatusWordsTest {
  @Test
  void howFarThePictureIsBehindIsToldInTenthsOfASecond() {
    assertThat(StatusWords.behind(3_240_000_000L)).isEqualTo("3.2 s behind the program");
  }
}

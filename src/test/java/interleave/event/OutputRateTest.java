package interleave.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutputRateTest {
  private static final int NEVER_MORE = 0;

  @Test
  void whatIsMoreThanThereIsRoomForIsCountedAndSaidWhereItBeginsAndEnds() {
    OutputRate rate = new OutputRate(100, NEVER_MORE);
    assertThat(rate.admits(30)).isTrue();
    assertThat(rate.counted()).isNull();
    byte[] piece = "one\ntwo\nthr".getBytes(UTF_8);
    assertThat(rate.admits(60)).as("with what each takes beside").isFalse();
    assertThat(rate.count(piece, 0, piece.length))
        .isEqualTo("[more is printed than is recorded line by line: from here it is counted]");
    assertThat(rate.admits(60)).isFalse();
    assertThat(rate.count(piece, 4, 4)).as("it was said").isNull();
    assertThat(rate.isCounting()).isTrue();
    assertThat(rate.counted()).isEqualTo("[3 lines, 15 bytes, which were only counted]");
    assertThat(rate.isCounting()).isFalse();
    assertThat(rate.counted()).isNull();
  }

  @Test
  void whileItIsCountedALittleRoomIsNotEnough() {
    OutputRate rate = new OutputRate(1000, NEVER_MORE);
    assertThat(rate.admits(870)).isTrue(); // and 98 are left
    assertThat(rate.admits(100)).isFalse();
    rate.count(new byte[100], 0, 100);
    assertThat(rate.admits(10)).isFalse();
    rate.counted();
    assertThat(rate.admits(10)).isTrue();
  }
}

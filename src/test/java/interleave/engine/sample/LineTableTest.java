package interleave.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Tables as CPythons have made them, of the function below, which begins at line 1. */
class LineTableTest {
  /**
   * <pre>
   *   1  def f(a):
   *   2      b = (a +
   *   3           len(a))
   *   4
   *   5
   *   6      for i in range(3):
   *   7          b += i
   *   8      return b
   * </pre>
   */
  private static void lines(int minor, String table, int[][] instructions) {
    byte[] bytes = HexFormat.of().parseHex(table);
    for (int[] each : instructions) {
      assertThat(LineTable.line(minor, bytes, 1, each[0]))
          .as("3.%d at %d", minor, each[0])
          .isEqualTo(each[1]);
    }
  }

  @Test
  void distancesOfEight() {
    lines(
        8,
        "0001020106ff04040c010a01",
        new int[][] {{0, 2}, {2, 3}, {8, 2}, {12, 6}, {24, 7}, {34, 8}, {36, 8}});
  }

  @Test
  void rangesOfTen() {
    lines(
        10,
        "0201060104ff0c040a010401",
        new int[][] {{0, 2}, {2, 3}, {8, 2}, {12, 6}, {24, 7}, {34, 8}, {36, 8}});
  }

  @Test
  void locationsOfEleven() {
    lines(
        11,
        "8000d8090add090c885189168c16f103010a108041f508000e13903189588c58f00001050ff00001050f8801d808098851890688018801d80b0c8048",
        new int[][] {{0, 1}, {2, 2}, {4, 3}, {32, 2}, {38, 6}, {72, 7}, {84, 8}, {86, 8}});
  }

  @Test
  void locationsOfTwelve() {
    lines(
        12,
        "8000d8090adc090c88518b16f103010a108041f408000e1390318b58f20001050f8801d80809885189068901f00301050fe00b0c8048",
        new int[][] {{0, 1}, {2, 2}, {4, 3}, {24, 2}, {30, 6}, {58, 7}, {70, 6}, {72, 8}, {74, 8}});
  }

  @Test
  void locationsOfThirteen() {
    lines(
        13,
        "8000d8090adc090c88518b16f103010a108041f408000e1390318e588801d8080989068a01f103000e16e00b0c8048",
        new int[][] {{0, 1}, {2, 2}, {4, 3}, {24, 2}, {30, 6}, {58, 7}, {70, 6}, {74, 8}, {76, 8}});
  }

  @Test
  void nonsenseHasALine() {
    byte[] nonsense = {
      (byte) 0xff, 1, (byte) 0xf0, (byte) 0xc1, 0x41, 0x41, 0x41, 0x41, 0x41, 0x41
    };
    for (int minor = 8; minor < 15; minor++) {
      int version = minor;
      assertThatCode(() -> LineTable.line(version, nonsense, 1, 1000)).doesNotThrowAnyException();
    }
  }
}

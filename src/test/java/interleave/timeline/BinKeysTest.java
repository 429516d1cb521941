package interleave.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was kept of pieces of several sizes is there when it is asked for again. */
class BinKeysTest {
  private static final int PIECES = 3_800;

  @Test
  void threeSizesOfAWholeRunStayBesideEachOther() {
    BinKeys keys = new BinKeys();
    long start = 1_000_000_013;
    for (int power = 18; power <= 20; power++) {
      long size = 1L << power;
      for (int i = 0; i < PIECES >> power - 18; i++) {
        keys.keep(size, start + i * size, i);
      }
    }
    for (int power = 18; power <= 20; power++) {
      long size = 1L << power;
      for (int i = 0; i < PIECES >> power - 18; i++) {
        assertThat(keys.get(size, start + i * size)).isEqualTo(i);
      }
    }
  }

  @Test
  void whatNobodyKeptIsUnknown() {
    BinKeys keys = new BinKeys();
    keys.keep(1 << 10, 5 << 10, 7);
    assertThat(keys.get(1 << 10, 6 << 10)).isEqualTo(BinKeys.UNKNOWN);
    assertThat(keys.get(1 << 11, 5 << 10)).isEqualTo(BinKeys.UNKNOWN);
    assertThat(keys.get(1 << 10, (5L << 10) + (1L << 40))).isEqualTo(BinKeys.UNKNOWN);
  }
}

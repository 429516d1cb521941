package interleave.timeline.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LongTableTest {
  /** More than fit into two chunks. */
  private static final int MANY = 150_000;

  @Test
  void numbersAreFoundAndChangedWhereTheyStand() {
    LongTable table = new LongTable();
    for (int i = 0; i < MANY; i++) {
      table.add(i * 3L);
    }
    for (int i = 0; i < MANY; i += 7) {
      table.set(i, -i);
    }
    assertThat(table.size()).isEqualTo(MANY);
    for (int i = 0; i < MANY; i++) {
      assertThat(table.get(i)).isEqualTo(i % 7 == 0 ? -i : i * 3L);
    }
  }

  @Test
  void aNewOneHoldsZerosUpToItsSize() {
    LongTable table = new LongTable(100);
    assertThat(table.size()).isEqualTo(100);
    assertThat(table.get(99)).isZero();
  }

  @Test
  void whatIsOrderedIsAllThereAndWhatIsAlikeStaysAsItWas() {
    for (int size : new int[] {0, 1, 63, 65_536, 65_537, MANY}) {
      Random random = new Random(size);
      int[] keys = random.ints(size, 0, 1000).toArray();
      int[] asked = {0};
      LongTable ordered =
          LongTable.ordered(size, (a, b) -> Integer.compare(keys[a], keys[b]), () -> asked[0]++);
      assertThat(asked[0]).isGreaterThanOrEqualTo(size >> 16);
      assertThat(ordered.size()).isEqualTo(size);
      for (int i = 1; i < size; i++) {
        int before = (int) ordered.get(i - 1);
        int now = (int) ordered.get(i);
        assertThat(keys[before] < keys[now] || keys[before] == keys[now] && before < now).isTrue();
      }
    }
  }
}

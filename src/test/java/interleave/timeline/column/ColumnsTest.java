package interleave.timeline.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A column gives back what was put into it, packed or not. */
class ColumnsTest {
  private static final int MANY = 5 * Column.CHUNK + 17;
  private static final long OPEN = Long.MAX_VALUE;

  /** Values as columns hold them: like each other, growing, far apart, open. */
  private static long value(Random random, int kind, int i) {
    return switch (kind) {
      case 0 -> 7;
      case 1 -> i * 100L + random.nextInt(50);
      case 2 -> random.nextInt(3) == 0 ? OPEN : 1_000_000_000_000L + random.nextInt(1 << 20);
      case 3 -> random.nextLong();
      case 4 -> random.nextInt(200) - 100;
      case 5 -> OPEN;
      default -> i * 5_000_000_000L;
    };
  }

  @Property(tries = 60)
  void whatWasAddedAndReplacedIsThere(
      @ForAll long seed,
      @ForAll @IntRange(max = 6) int kind,
      @ForAll @IntRange(max = 6) int other) {
    Random random = new Random(seed);
    LongColumn column = new LongColumn();
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      long value = value(random, kind, i);
      column.add(value);
      expected.add(value);
      if (random.nextInt(40) == 0) {
        int at = random.nextInt(i + 1);
        long replaced = value(random, random.nextBoolean() ? kind : other, at);
        column.set(at, replaced);
        expected.set(at, replaced);
      }
    }
    List<Long> found = new ArrayList<>();
    for (int i = 0; i < column.size(); i++) {
      found.add(column.get(i));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Property(tries = 20)
  void theLastValueThatIsNotGreaterIsFound(@ForAll long seed) {
    Random random = new Random(seed);
    LongColumn column = new LongColumn();
    long[] values = new long[MANY];
    for (int i = 0; i < MANY; i++) {
      values[i] = (i == 0 ? 0 : values[i - 1]) + random.nextInt(4);
      column.add(values[i]);
    }
    for (int round = 0; round < 200; round++) {
      int size = random.nextInt(MANY + 1);
      long asked = random.nextLong(-2, values[MANY - 1] + 2);
      int expected = -1;
      for (int i = 0; i < size && values[i] <= asked; i++) {
        expected = i;
      }
      assertThat(column.floor(asked, size)).isEqualTo(expected);
    }
  }

  @Test
  void intsAndBytesKeepTheirSigns() {
    IntColumn ints = new IntColumn();
    ByteColumn bytes = new ByteColumn();
    for (int i = 0; i < MANY; i++) {
      ints.add(i % 7 == 0 ? -1 : i * 1000);
      bytes.add(i % 256 - 128);
    }
    for (int i = 0; i < MANY; i++) {
      assertThat(ints.get(i)).isEqualTo(i % 7 == 0 ? -1 : i * 1000);
      assertThat(bytes.get(i)).isEqualTo((byte) (i % 256 - 128));
    }
  }

  @Test
  void textsOfAnyLengthAreThereAndCanBeReplaced() {
    TextColumn texts = new TextColumn();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 9000; i++) {
      String text = i % 3 == 0 ? "" : "Größe 锁 " + "x".repeat(i % 300);
      texts.add(text);
      expected.add(text);
    }
    texts.set(5, "y".repeat(8192));
    expected.set(5, "y".repeat(8192));
    texts.set(7, "");
    expected.set(7, "");
    for (int i = 0; i < expected.size(); i++) {
      assertThat(texts.get(i)).isEqualTo(expected.get(i));
      assertThat(texts.isEmpty(i)).isEqualTo(expected.get(i).isEmpty());
    }
  }
}

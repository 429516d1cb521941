package interleave.timeline.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Ids and their indices against a map. */
class IdMapTest {
  private static int id(Random random, int kind, int i) {
    return switch (kind) {
      case 0 -> i;
      case 1 -> random.nextInt(100);
      case 2 -> 5000 - i;
      case 3 -> i * 37;
      case 4 -> -i;
      default -> random.nextInt();
    };
  }

  @Property(tries = 200)
  void whatWasPutIsThereAndNothingElse(
      @ForAll long seed,
      @ForAll @IntRange(max = 5) int kind,
      @ForAll @IntRange(max = 5) int other,
      @ForAll @IntRange(max = 4000) int count) {
    Random random = new Random(seed);
    IdMap map = new IdMap();
    Map<Integer, Integer> expected = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int id = id(random, random.nextInt(8) == 0 ? other : kind, i);
      map.put(id, i);
      expected.put(id, i);
    }
    expected.forEach((id, index) -> assertThat(map.get(id)).isEqualTo(index));
    for (int i = 0; i < 200; i++) {
      int id = id(random, random.nextInt(6), random.nextInt(6000));
      assertThat(map.get(id)).isEqualTo(expected.getOrDefault(id, IdMap.NONE));
    }
    assertThat(map.get(Integer.MIN_VALUE)).isEqualTo(expected.getOrDefault(Integer.MIN_VALUE, -1));
  }
}

package interleave.timeline.derive.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** An index of ids against a map. */
class IdIndexTest {
  private static final int MANY = 20_000;

  /** Ids as programs give them: counted, counted by several processes, by place and job, anyhow. */
  private static long id(Random random, int kind, int i) {
    return switch (kind) {
      case 0 -> i;
      case 1 -> (long) (i % 3 + 7) << 40 | i / 3;
      case 2 -> (long) (i % 500) << 32 | i / 500;
      case 3 -> (long) (i % 4) << 32 | i / 4;
      case 4 -> random.nextInt(1000);
      case 5 -> -1L - i;
      default -> random.nextLong();
    };
  }

  @Property(tries = 60)
  void whatWasPutAndRemovedIsAsInAMap(
      @ForAll long seed,
      @ForAll @IntRange(max = 6) int kind,
      @ForAll @IntRange(max = 6) int other,
      @ForAll @IntRange(max = 3) int removed) {
    Random random = new Random(seed);
    IdIndex index = new IdIndex();
    Map<Long, Integer> expected = new HashMap<>();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      long id = id(random, random.nextInt(10) == 0 ? other : kind, i);
      ids.add(id);
      index.put(id, i);
      expected.put(id, i);
      if (random.nextInt(4) < removed) {
        long gone = ids.get(random.nextInt(ids.size()));
        Integer had = expected.remove(gone);
        assertThat(index.remove(gone)).isEqualTo(had == null ? IdIndex.NONE : had);
      }
    }
    for (long id : ids) {
      assertThat(index.get(id)).isEqualTo(expected.getOrDefault(id, IdIndex.NONE));
    }
    assertThat(index.get(Long.MIN_VALUE + 5)).isEqualTo(IdIndex.NONE);
  }
}

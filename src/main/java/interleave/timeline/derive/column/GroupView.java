package interleave.timeline.derive.column;

import interleave.timeline.ThingGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a group shows at one moment. */
record GroupView(
    GroupBuilder of,
    List<Integer> members,
    List<Integer> prominent,
    @Nullable Census census,
    int size,
    int most)
    implements ThingGroup {

  @Override
  public int index() {
    return of.index;
  }

  @Override
  public Sort sort() {
    return of.sort;
  }

  @Override
  public int process() {
    return of.process;
  }

  @Override
  public int[] counts(long time) {
    int[] counts = new int[sort().amounts()];
    for (int i = 0; census != null && i < counts.length; i++) {
      counts[i] = census.count(i, time, size);
    }
    return counts;
  }

  @Override
  public double[] amounts(long from, long to) {
    if (census == null) {
      return new double[sort().amounts()];
    }
    if (!sort().happens()) {
      return census.means(from, to, size);
    }
    double[] amounts = new double[sort().amounts()];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = census.count(i, to - 1, size) - census.count(i, from - 1, size);
    }
    return amounts;
  }
}

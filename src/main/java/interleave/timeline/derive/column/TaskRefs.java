package interleave.timeline.derive.column;

import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/**
 * The tasks that spans of lanes are about, each as one number: which pool, and which of its ids.
 */
public final class TaskRefs {
  private final IntColumn pools = new IntColumn();
  private final LongColumn ids = new LongColumn();

  /**
   * Makes a number.
   *
   * @param pool index of the thing, -1 for none
   */
  public int add(int pool, long id) {
    pools.add(pool);
    ids.add(id);
    return ids.size() - 1;
  }

  public int pool(int ref) {
    return pools.get(ref);
  }

  public long id(int ref) {
    return ids.get(ref);
  }
}

package interleave.timeline.derive;

import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;

/**
 * The tasks that spans of lanes are about, each as one number: which pool, and which of its ids.
 */
final class TaskRefs {
  private final IntColumn pools = new IntColumn();
  private final LongColumn ids = new LongColumn();

  /**
   * Makes a number.
   *
   * @param pool index of the thing, -1 for none
   */
  int add(int pool, long id) {
    pools.add(pool);
    ids.add(id);
    return ids.size() - 1;
  }

  int pool(int ref) {
    return pools.get(ref);
  }

  long id(int ref) {
    return ids.get(ref);
  }
}

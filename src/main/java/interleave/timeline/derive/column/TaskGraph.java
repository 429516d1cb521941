package interleave.timeline.derive.column;

import interleave.timeline.column.IntColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Which tasks of a pool had to end before which others could start. */
public final class TaskGraph {
  private static final int NONE = -1;

  private final IntColumn before = new IntColumn();
  private final IntColumn after = new IntColumn();
  private final IntColumn nextBefore = new IntColumn();
  private final IntColumn nextAfter = new IntColumn();
  private final IntColumn firstBefore = new IntColumn();
  private final IntColumn firstAfter = new IntColumn();

  /** One more task. */
  public void addTask() {
    firstBefore.add(NONE);
    firstAfter.add(NONE);
  }

  public void add(int task, int earlier) {
    int edge = before.size();
    before.add(earlier);
    after.add(task);
    nextBefore.add(firstBefore.get(task));
    nextAfter.add(firstAfter.get(earlier));
    firstBefore.set(task, edge);
    firstAfter.set(earlier, edge);
  }

  public boolean depends(int task) {
    return firstBefore.get(task) != NONE;
  }

  /** What had to end before it, in the order in which that was said. */
  public List<Integer> before(int task) {
    if (!depends(task)) {
      return List.of();
    }
    List<Integer> all = new ArrayList<>();
    for (int edge = firstBefore.get(task); edge != NONE; edge = nextBefore.get(edge)) {
      all.addFirst(before.get(edge));
    }
    return all;
  }

  public List<Integer> after(int task) {
    List<Integer> all = new ArrayList<>();
    for (int edge = firstAfter.get(task); edge != NONE; edge = nextAfter.get(edge)) {
      all.addFirst(after.get(edge));
    }
    return all;
  }

  public boolean allBefore(int task, IntPredicate are) {
    for (int edge = firstBefore.get(task); edge != NONE; edge = nextBefore.get(edge)) {
      if (!are.test(before.get(edge))) {
        return false;
      }
    }
    return true;
  }
}

package interleave.timeline.range;

import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;

/**
 * How the tasks of a pool went within a range.
 *
 * @param tasks how many waited or ran then, or ended
 * @param done how many ended well; so {@code failed}, {@code lost}
 * @param ranNs how long they ran together
 * @param longestWaitNs the longest wait for a worker, as far as it lies within
 */
public record PoolUse(
    PoolTrack pool, long tasks, long done, long failed, long lost, long ranNs, long longestWaitNs) {

  public static PoolUse of(Inquiry asked, PoolTrack pool) {
    long tasks = 0;
    long done = 0;
    long failed = 0;
    long lost = 0;
    long ran = 0;
    long longest = 0;
    boolean whole = asked.isWhole();
    for (PoolTrack.Task task : pool.tasks()) {
      asked.patience().check(task.index());
      if (!whole && !meets(asked, task)) {
        continue;
      }
      tasks++;
      boolean over = whole || asked.range().has(task.ended());
      failed += over && task.failed() ? 1 : 0;
      lost += over && task.lost() ? 1 : 0;
      boolean ended = task.ended() != Timeline.OPEN && over;
      done += ended && !task.failed() && !task.lost() ? 1 : 0;
      ran += ran(asked, task);
      longest = Math.max(longest, waited(asked, task));
    }
    return new PoolUse(pool, tasks, done, failed, lost, ran, longest);
  }

  /** Whether the task waited or ran in the range. */
  public static boolean meets(Inquiry asked, PoolTrack.Task task) {
    long first = Math.min(task.submitted(), task.started());
    return first != Timeline.OPEN && asked.range().meets(first, Math.max(first, end(asked, task)));
  }

  /** How long it ran within the range. */
  public static long ran(Inquiry asked, PoolTrack.Task task) {
    return task.started() == Timeline.OPEN
        ? 0
        : asked.range().overlap(task.started(), end(asked, task));
  }

  /** How long it waited for a worker within the range, if it got one. */
  public static long waited(Inquiry asked, PoolTrack.Task task) {
    return task.started() == Timeline.OPEN || task.submitted() == Timeline.OPEN
        ? 0
        : asked.range().overlap(task.submitted(), task.started());
  }

  private static long end(Inquiry asked, PoolTrack.Task task) {
    return Math.min(task.ended(), asked.timeline().now());
  }
}

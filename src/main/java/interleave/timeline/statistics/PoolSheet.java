package interleave.timeline.statistics;

import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import java.util.List;

/** How the tasks of pools went. */
public final class PoolSheet {
  private PoolSheet() {}

  public static Sheet of(Timeline timeline) {
    List<List<String>> rows =
        timeline.pools().stream().limit(Sheet.MOST).map(PoolSheet::row).toList();
    List<String> columns = List.of("pool", "tasks", "done", "failed", "lost", "longest");
    return Sheet.of(60, "pools", columns, rows);
  }

  private static List<String> row(PoolTrack pool) {
    long done = 0;
    long failed = 0;
    long lost = 0;
    long longest = 0;
    for (PoolTrack.Task task : pool.tasks()) {
      failed += task.failed() ? 1 : 0;
      lost += task.lost() ? 1 : 0;
      done += task.ended() != Timeline.OPEN && !task.failed() && !task.lost() ? 1 : 0;
      if (task.started() != Timeline.OPEN && task.submitted() != Timeline.OPEN) {
        longest = Math.max(longest, task.started() - task.submitted());
      }
    }
    return List.of(
        pool.name(),
        Durations.count(pool.tasks().size()),
        Durations.count(done),
        Durations.count(failed),
        Durations.count(lost),
        Durations.show(longest));
  }
}

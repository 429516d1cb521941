package interleave.timeline.statistics;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.layout.Lanes;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.PoolUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tasks of all pools one by one; those that ran longest come first. */
public final class TaskSheet {
  private TaskSheet() {}

  /** A task, and how long it ran. */
  private record Ran(PoolTrack pool, PoolTrack.Task task, long ns) {}

  public static Sheet of(Inquiry asked) {
    List<Ran> tasks = new ArrayList<>();
    for (PoolTrack pool : asked.timeline().pools()) {
      for (PoolTrack.Task task : pool.tasks()) {
        asked.patience().check(task.index());
        if (asked.isWhole() || PoolUse.meets(asked, task)) {
          tasks.add(new Ran(pool, task, PoolUse.ran(asked, task)));
        }
      }
    }
    tasks.sort(Comparator.comparingLong(Ran::ns).reversed());
    List<Sheet.Row> rows = tasks.stream().limit(Sheet.MOST).map(task -> row(asked, task)).toList();
    List<String> columns = List.of("task", "pool", "thread", "waited", "ran", "outcome");
    Sheet sheet = Sheet.named(65, "tasks", "wwwttw", columns, rows);
    return new Sheet(65, sheet.id(), sheet.title(), sheet.columns(), rows, tasks.size());
  }

  private static Sheet.Row row(Inquiry asked, Ran ran) {
    PoolTrack.Task task = ran.task();
    String outcome = task.told();
    return new Sheet.Row(
        new ThingRef.Task(ran.pool().index(), task.index()),
        Cell.words(task.name()),
        Cell.words(ran.pool().name()),
        task.lane() < 0 ? Cell.NONE : Cell.words(Lanes.full(asked.timeline(), task.lane())),
        Cell.nanos(PoolUse.waited(asked, task)),
        Cell.nanos(ran.ns()),
        outcome == null ? Cell.NONE : Cell.words(outcome));
  }
}

package interleave.timeline.statistics;

import interleave.timeline.PoolTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.range.Inquiry;
import interleave.timeline.range.PoolUse;
import java.util.ArrayList;
import java.util.List;

/** How the tasks of pools went. */
public final class PoolSheet {
  private PoolSheet() {}

  public static Sheet of(Inquiry asked) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (PoolTrack pool : asked.timeline().pools()) {
      PoolUse use = PoolUse.of(asked, pool);
      if (asked.isWhole() || use.tasks() > 0) {
        rows.add(row(use));
      }
    }
    List<String> columns = List.of("pool", "tasks", "done", "failed", "lost", "ran", "longest");
    return Sheet.named(60, "pools", "wnnnntt", columns, rows);
  }

  private static Sheet.Row row(PoolUse use) {
    return new Sheet.Row(
        new ThingRef.Pool(use.pool().index()),
        Cell.words(use.pool().name()),
        Cell.count(use.tasks()),
        Cell.count(use.done()),
        Cell.count(use.failed()),
        Cell.count(use.lost()),
        Cell.nanos(use.ranNs()),
        Cell.nanos(use.longestWaitNs()));
  }
}

package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.timeline.PoolTrack;
import java.io.IOException;
import java.util.List;

/** Who handed which task in, who ran it when, and what it came to. */
record TaskTable() implements Table {
  @Override
  public String name() {
    return "tasks";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "pool",
        "task",
        "name",
        "by process",
        "by pid",
        "by thread",
        "by thread id",
        "submitted [ns]",
        "process",
        "pid",
        "thread",
        "thread id",
        "started [ns]",
        "ended [ns]",
        "waited [ns]",
        "ran [ns]",
        "outcome",
        "result",
        "parent",
        "stolen");
  }

  @Override
  public long size(Excerpt what) {
    return what.timeline().pools().stream().mapToLong(pool -> pool.tasks().size()).sum();
  }

  @Override
  public void tell(Excerpt what, Rows rows) throws IOException {
    for (PoolTrack pool : what.timeline().pools()) {
      for (PoolTrack.Task task : pool.tasks()) {
        rows.step();
        long begin = Math.min(task.submitted(), task.started());
        if (what.lanes().hasAny(task.submitter(), task.lane()) && what.meets(begin, task.ended())) {
          row(pool, task, rows);
        }
      }
    }
  }

  private static void row(PoolTrack pool, PoolTrack.Task task, Rows rows) throws IOException {
    rows.text(pool.name())
        .number(task.id())
        .text(task.name())
        .thread(task.submitter())
        .moment(task.submitted())
        .thread(task.lane())
        .moment(task.started())
        .moment(task.ended())
        .lasted(task.submitted(), Math.min(task.started(), task.ended()))
        .lasted(task.started(), task.ended())
        .text(task.outcome())
        .text(task.result());
    if (task.parent() < 0) {
      rows.nothing();
    } else {
      rows.number(pool.tasks().get(task.parent()).id());
    }
    rows.truth(task.stolen()).end();
  }
}

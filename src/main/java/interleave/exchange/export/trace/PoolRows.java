package interleave.exchange.export.trace;

import interleave.timeline.PoolTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Lanes;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Which worker of a pool ran which task, and who had handed it in. */
final class PoolRows {
  private static final Words WORDS = Words.of("exchange/export");

  private final Telling telling;

  PoolRows(Telling telling) {
    this.telling = telling;
  }

  void tell() throws IOException {
    boolean all = telling.what.lanes().isAll();
    for (PoolTrack pool : telling.timeline().pools()) {
      for (PoolTrack.Worker worker : pool.workers()) {
        if (telling.what.lanes().has(worker.lane())) {
          runs(pool, worker);
        }
      }
      for (PoolTrack.Task task : pool.tasks()) {
        telling.step();
        handedIn(task);
      }
      PoolTrack.Load load = pool.load();
      int steps = all ? load.steps() : 0;
      String name = pool.name();
      telling.counter(-1, WORDS.get("waiting", name), "", steps, load::time, load::waiting);
      telling.counter(-1, WORDS.get("running", name), "", steps, load::time, load::running);
    }
  }

  private void runs(PoolTrack pool, PoolTrack.Worker worker) throws IOException {
    Timeline timeline = telling.timeline();
    int process = Lanes.process(timeline, worker.lane());
    String name = pool.name() + " · " + Lanes.name(timeline, worker.lane());
    StackedRows rows = new StackedRows(telling.tracks, process, name);
    for (int i = Math.max(0, worker.at(telling.what.range().from())); i < worker.runs(); i++) {
      if (telling.isPast(worker.start(i))) {
        return;
      }
      telling.step();
      if (telling.what.meets(worker.start(i), worker.end(i))) {
        PoolTrack.Task task = pool.tasks().get(worker.task(i));
        telling.slice(
            rows.row(worker.start(i), worker.end(i)),
            "task",
            task.name(),
            worker.start(i),
            worker.end(i),
            facts(task));
      }
    }
  }

  private static List<Fact> facts(PoolTrack.Task task) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("task", task.id()));
    if (task.submitted() != Timeline.OPEN && task.started() != Timeline.OPEN) {
      facts.add(new Fact("waited_ns", task.started() - task.submitted()));
    }
    String outcome = task.told();
    if (outcome != null) {
      facts.add(new Fact("outcome", outcome));
    }
    return facts;
  }

  private void handedIn(PoolTrack.Task task) throws IOException {
    if (task.submitter() != task.lane() && task.started() != Timeline.OPEN) {
      telling.flow(
          "task",
          task.name(),
          telling.tracks.thread(task.submitter()),
          task.submitted(),
          telling.tracks.thread(task.lane()),
          task.started());
    }
  }
}

package interleave.view.statistics;

import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.view.session.Durations;
import interleave.view.session.Lanes;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What locks, queues, variables, pools and threads did in a whole run; what waited most comes
 * first.
 */
public final class Sheets {
  private static final Words WORDS = Words.of("view/statistics");
  private static final int MOST = 500;

  private Sheets() {}

  /** Only sheets that have rows. */
  public static List<Sheet> of(Timeline timeline) {
    List<Sheet> sheets =
        new ArrayList<>(
            List.of(
                PhaseSheet.of(timeline),
                GilSheet.of(timeline),
                locks(timeline),
                queues(timeline),
                variables(timeline),
                pools(timeline),
                threads(timeline)));
    sheets.removeIf(sheet -> sheet.rows().isEmpty());
    return sheets;
  }

  private static Sheet locks(Timeline timeline) {
    List<List<String>> rows =
        timeline.locks().stream()
            .sorted(Comparator.comparingLong(LockTrack::waitNs).reversed())
            .limit(MOST)
            .map(
                lock ->
                    List.of(
                        lock.name(),
                        Durations.count(lock.acquires()),
                        Durations.count(lock.contended()),
                        Durations.show(lock.waitNs()),
                        Durations.show(lock.longestWaitNs()),
                        Durations.show(lock.holdNs())))
            .toList();
    return sheet(
        "locks", List.of("lock", "acquired", "contended", "waited", "longest", "held"), rows);
  }

  private static Sheet queues(Timeline timeline) {
    List<List<String>> rows = timeline.queues().stream().limit(MOST).map(Sheets::queue).toList();
    return sheet("queues", List.of("queue", "put", "got", "lost", "deepest", "capacity"), rows);
  }

  private static List<String> queue(QueueTrack queue) {
    return List.of(
        queue.name(),
        Durations.count(queue.puts()),
        Durations.count(queue.gets()),
        Durations.count(queue.lost()),
        Durations.count(queue.maxDepth()),
        queue.capacity() < 0 ? WORDS.get("queues.unbounded") : Durations.count(queue.capacity()));
  }

  private static Sheet variables(Timeline timeline) {
    List<List<String>> rows =
        timeline.variables().stream().limit(MOST).map(Sheets::variable).toList();
    return sheet(
        "variables", List.of("variable", "reads", "writes", "lost", "first", "last"), rows);
  }

  private static List<String> variable(VariableTrack variable) {
    int size = variable.size();
    return List.of(
        variable.name(),
        Durations.count(variable.reads()),
        Durations.count(variable.writes()),
        Durations.count(variable.lostUpdates()),
        size == 0 ? "–" : variable.type().show(variable.bits(0)),
        size == 0 ? "–" : variable.type().show(variable.bits(size - 1)));
  }

  private static Sheet pools(Timeline timeline) {
    List<List<String>> rows = timeline.pools().stream().limit(MOST).map(Sheets::pool).toList();
    return sheet("pools", List.of("pool", "tasks", "done", "failed", "lost", "longest"), rows);
  }

  private static List<String> pool(PoolTrack pool) {
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

  private static Sheet threads(Timeline timeline) {
    List<List<String>> rows =
        timeline.lanes().stream()
            .filter(lane -> !lane.service())
            .limit(MOST)
            .map(lane -> thread(timeline, lane))
            .toList();
    List<String> columns = new ArrayList<>(List.of("thread"));
    for (ThreadState state : ThreadState.values()) {
      columns.add(state.name());
    }
    return sheet("threads", columns, rows);
  }

  private static Sheet sheet(String name, List<String> columns, List<List<String>> rows) {
    return new Sheet(
        WORDS.get(name),
        columns.stream().map(column -> WORDS.get(name + "." + column)).toList(),
        rows);
  }

  private static List<String> thread(Timeline timeline, ThreadLane lane) {
    List<String> row = new ArrayList<>(List.of(Lanes.full(timeline, lane.index())));
    long end = Math.min(lane.end(), timeline.now());
    for (ThreadState state : ThreadState.values()) {
      long ns = lane.spans().nanosIn(state, lane.start(), end);
      row.add(ns == 0 ? "–" : Durations.show(ns));
    }
    return row;
  }
}

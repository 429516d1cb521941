package interleave.timeline.critical;

import interleave.timeline.PoolTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.critical.Release.Cause;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits for tasks that ended, and for tasks that were handed in. */
final class TaskReleases {
  private final Timeline timeline;

  /** What each lane ran first; made when it is first asked for. */
  private @Nullable Map<Integer, First> firsts;

  private record First(PoolTrack pool, PoolTrack.Task task, long start) {}

  TaskReleases(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Who ended the task whose result a thread waits for; of all those of a pool the last one. */
  @Nullable Release ended(Spans spans, int i) {
    if (spans.object(i) < 0) {
      return null;
    }
    PoolTrack pool = timeline.pools().get(spans.object(i));
    PoolTrack.Task task =
        spans.task(i) < 0 ? last(pool, spans.end(i)) : pool.tasks().get(spans.task(i));
    return task == null || task.lane() < 0 || task.ended() == Timeline.OPEN
        ? null
        : new Release(task.lane(), task.ended(), Cause.TASK_ENDED, thing(pool, task), 0);
  }

  /** The task that ended last; null where others went on, for then it did not end the wait. */
  private static PoolTrack.@Nullable Task last(PoolTrack pool, long time) {
    PoolTrack.Counts counts = pool.counts(time);
    if (counts.waiting() > 0 || counts.running() > 0) {
      return null;
    }
    PoolTrack.Task last = null;
    for (PoolTrack.Worker worker : pool.workers()) {
      int run = worker.at(time);
      PoolTrack.Task task = run < 0 ? null : pool.tasks().get(worker.task(run));
      if (task != null && task.ended() <= time && (last == null || task.ended() > last.ended())) {
        last = task;
      }
    }
    return last;
  }

  /** Who handed in the task for which a worker was without one. */
  @Nullable Release given(int lane, Spans spans, int i) {
    if (spans.object(i) < 0) {
      return null;
    }
    PoolTrack pool = timeline.pools().get(spans.object(i));
    for (PoolTrack.Worker worker : pool.workers()) {
      int run = worker.lane() == lane ? worker.at(spans.end(i)) : -1;
      if (run >= 0 && worker.start(run) >= spans.start(i)) {
        return given(pool, pool.tasks().get(worker.task(run)));
      }
    }
    return null;
  }

  private Release given(PoolTrack pool, PoolTrack.Task task) {
    int site = Releases.siteAt(timeline, task.submitter(), task.submitted());
    return new Release(
        task.submitter(), task.submitted(), Cause.TASK_GIVEN, thing(pool, task), site);
  }

  private static ThingRef thing(PoolTrack pool, PoolTrack.Task task) {
    return new ThingRef.Task(pool.index(), task.index());
  }

  /**
   * Who handed in the task that a thread ran first, where that was before the thread began: a pool
   * starts threads for tasks, and says nothing of it. Null where it is otherwise.
   */
  @Nullable Release first(ThreadLane thread) {
    Map<Integer, First> all = firsts;
    if (all == null) {
      all = firsts();
      firsts = all;
    }
    First first = all.get(thread.index());
    return first == null
            || first.task().submitter() < 0
            || first.task().submitter() == thread.index()
            || first.task().submitted() > thread.start()
        ? null
        : given(first.pool(), first.task());
  }

  private Map<Integer, First> firsts() {
    Map<Integer, First> all = new HashMap<>();
    for (PoolTrack pool : timeline.pools()) {
      for (PoolTrack.Worker worker : pool.workers()) {
        if (worker.runs() > 0) {
          First first = new First(pool, pool.tasks().get(worker.task(0)), worker.start(0));
          all.merge(worker.lane(), first, (a, b) -> a.start() <= b.start() ? a : b);
        }
      }
    }
    return all;
  }
}

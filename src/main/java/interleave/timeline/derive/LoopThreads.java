package interleave.timeline.derive;

import interleave.timeline.ThreadLane;
import interleave.timeline.grammar.Activity;
import interleave.timeline.grammar.EventGrammar.Row;
import interleave.timeline.grammar.Role;
import org.jspecify.annotations.Nullable;

/**
 * From what the tasks of event loops record, in the order in which their thread does, what that
 * thread runs. Tasks and their thread write into one segment, so nothing is to be waited for:
 *
 * <pre>
 *   task 7       AWAIT_END 1       AWAIT_BEGIN
 *                ├── running ──────┼── awaits …
 *   thread 1     ├── task 7 ───────┤
 * </pre>
 */
final class LoopThreads {
  private final Directory directory;

  LoopThreads(Directory directory) {
    this.directory = directory;
  }

  /** How a lane stood before something became known of it. */
  record Standing(LaneBuilder lane, boolean seen, int state) {
    static Standing of(LaneBuilder lane) {
      return new Standing(lane, lane.isSeen(), lane.state());
    }
  }

  /**
   * A task is taken up by the thread of its loop, or leaves it; returns how that thread stood
   * before, null where the event changes nothing of that.
   */
  @Nullable Standing step(LaneBuilder task, Row row, long value, long time) {
    boolean runs = row.isEndOf(Activity.AWAIT);
    if (row.activity() != Activity.AWAIT && row.role() != Role.LAST) {
      return null;
    }
    int by = runs ? directory.lane(task.process, (int) value).index : task.runner;
    task.runner = runs ? by : -1;
    if (by < 0) {
      return null;
    }
    LaneBuilder thread = directory.lanes.get(by);
    Standing before = Standing.of(thread);
    if (runs) {
      thread.runs(task.index, time);
    } else {
      thread.runsNoMore(time);
    }
    directory.changed(thread);
    if (runs && task.crowd != null) {
      task.crowd.carriedBy(by);
    }
    return before;
  }

  /**
   * What a task awaited is there; returns how it stood before. Threads tell themselves that they go
   * on.
   */
  @Nullable Standing woken(LaneBuilder lane, long time) {
    if (lane.kind != ThreadLane.Kind.TASK) {
      return null;
    }
    Standing before = Standing.of(lane);
    lane.ready(time);
    directory.changed(lane);
    return before;
  }
}

package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.ThreadLane;

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

  /** Hears of lanes that have begun, or are in another state than before. */
  interface Listener {
    void changed(LaneBuilder lane, boolean seenBefore, int stateBefore);
  }

  /** A task is taken up by the thread of its loop, or leaves it; other events change nothing. */
  void step(LaneBuilder task, EventKind kind, long value, long time, Listener listener) {
    boolean runs = kind == EventKind.AWAIT_END;
    if (!runs && kind != EventKind.AWAIT_BEGIN && kind != EventKind.THREAD_END) {
      return;
    }
    int by = runs ? task.process.laneOf((int) value) : task.runner;
    task.runner = runs ? by : -1;
    if (by < 0) {
      return;
    }
    LaneBuilder thread = directory.lanes.get(by);
    boolean seen = thread.isSeen();
    int before = thread.state();
    if (runs) {
      thread.runs(task.index, time);
    } else {
      thread.runsNoMore(time);
    }
    directory.changed(thread);
    listener.changed(thread, seen, before);
    if (runs && task.crowd != null) {
      task.crowd.carriedBy(by);
    }
  }

  /** What a task awaited is there. Threads tell themselves that they go on. */
  void woken(LaneBuilder lane, long time, Listener listener) {
    if (lane.kind == ThreadLane.Kind.TASK) {
      int before = lane.state();
      lane.ready(time);
      directory.changed(lane);
      listener.changed(lane, lane.isSeen(), before);
    }
  }
}

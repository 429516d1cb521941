package interleave.timeline.derive;

import interleave.timeline.Timeline;
import interleave.timeline.column.IntBag;
import interleave.timeline.derive.column.CrowdBuilder;
import interleave.timeline.derive.column.LaneUses;
import java.util.HashSet;
import java.util.Set;

/** What ends with a thread, or with a process: waits, holds, tasks, and all its threads. */
final class Endings {
  private final RunModel model;
  private final Directory directory;
  private final Tracks tracks;
  private final CarrierDerivation carrying;
  private final LaneCorrections corrections;

  /** The locks and synchronizers that each lane has spoken of. */
  private final LaneUses locks;

  private final LaneUses synchronizers;

  /** Those that ended and have locks all the same. */
  private final Set<Integer> holders = new HashSet<>();

  Endings(
      RunModel model,
      CarrierDerivation carrying,
      LaneCorrections corrections,
      LaneUses locks,
      LaneUses synchronizers) {
    this.model = model;
    this.directory = model.directory;
    this.tracks = model.tracks;
    this.carrying = carrying;
    this.corrections = corrections;
    this.locks = locks;
    this.synchronizers = synchronizers;
  }

  /** The thread has ended. */
  void lane(int lane, long time) {
    if (lane >= 0) {
      lane(lane, time, false);
    }
  }

  private void lane(int lane, long time, boolean withProcess) {
    tracks.deadlocks.laneEnded(lane, time);
    model.locals.laneEnded(lane, time);
    IntBag used = locks.of(lane);
    for (int i = 0; i < used.size(); i++) {
      LockBuilder lock = tracks.locks.get(used.get(i));
      if (withProcess) {
        lock.processEnded(lane, time);
      } else if (lock.laneEnded(lane, time)) {
        holders.add(lane);
      }
      tracks.changed(lock);
    }
    IntBag met = synchronizers.of(lane);
    for (int i = 0; i < met.size(); i++) {
      tracks.synchronizers.get(met.get(i)).laneEnded(lane, time);
    }
    synchronizers.forget(lane);
    if (!holders.contains(lane)) {
      locks.forget(lane);
    }
  }

  void process(ProcessState process, long time) {
    process.end = Math.max(time, process.newest);
    model.phases.end(process.index, process.end);
    threadsOf(process, process.lanesEnd());
  }

  /** All its threads have ended. */
  void threadsOf(ProcessState process, long time) {
    process.seenLanes.view().forEach(lane -> thread(lane, time));
  }

  /**
   * A thread has ended without a word, and its process has not.
   *
   * @param known when that became clear; what lies between threads is derived up to then
   */
  void gone(LaneBuilder lane, long time, long known) {
    int before = lane.state();
    corrections.finish(lane, time);
    if (lane.crowd != null && before != CrowdBuilder.GONE) {
      carrying.visit(lane.index, before, CrowdBuilder.GONE, -1, known);
    }
    lane(lane.index, known, false);
  }

  private void thread(int index, long time) {
    LaneBuilder lane = directory.lanes.get(index);
    if (lane.end != Timeline.OPEN) {
      if (holders.remove(index)) {
        lane(index, time, true);
      }
      return;
    }
    int before = lane.state();
    corrections.finish(lane, time);
    if (lane.crowd != null && before != CrowdBuilder.GONE) {
      carrying.visit(index, before, CrowdBuilder.GONE, -1, time);
    }
    lane(index, time, true);
    if (lane.process.isPython() && !model.incomplete) {
      tracks.pools.view().forEach(pool -> pool.workerEnded(index, time));
    }
  }

  /** Only the thread that called exec goes on, in another program, and holds nothing. */
  void others(ProcessState process, int survivor, long time) {
    for (int lane : process.seenLanes.view()) {
      if (lane == survivor) {
        lane(lane, time, true);
      } else if (directory.lanes.get(lane).newest <= time) {
        thread(lane, time);
      }
    }
  }

  /**
   * The run is over: the processes of which nobody said that they ended did so when the system knew
   * them last, or else with their last word. A file of another tool ends, and not what it tells of;
   * it says so where it knows. Where some of the recording is missing nothing is known of that, and
   * what goes on goes on to its end.
   */
  void run() {
    if (!model.incomplete) {
      processes();
      tracks.pools.view().forEach(PoolBuilder::finish);
    }
    model.gils.finish();
    model.arrows.neverBegun(model.newest);
  }

  private void processes() {
    for (int i = 0; i < directory.processes.size(); i++) {
      ProcessState process = directory.processes.get(i);
      if (process.end == Timeline.OPEN && process.endsWithItsEvents()) {
        boolean spoke = process.newest != Long.MIN_VALUE;
        long last = spoke ? process.newest : model.newest;
        long word = process.lastWord != Timeline.OPEN ? process.lastWord : last;
        process(process, Math.max(word, process.lastSeen));
      }
    }
  }
}

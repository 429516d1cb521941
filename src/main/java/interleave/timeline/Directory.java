package interleave.timeline;

import interleave.timeline.column.ObjectColumn;
import java.util.HashMap;
import java.util.Map;

/** All processes, lanes, things and sites of a run, by index. */
final class Directory {
  final ObjectColumn<ProcessState> processes = new ObjectColumn<>();
  final ObjectColumn<LaneBuilder> lanes = new ObjectColumn<>();
  final ObjectColumn<Thing> things = new ObjectColumn<>();
  final ObjectColumn<Site> sites = new ObjectColumn<>();
  private final Map<Long, ProcessState> byPid = new HashMap<>();

  Directory() {
    sites.add(Site.UNKNOWN);
  }

  /** The process with that pid, which is made when it is mentioned for the first time. */
  ProcessState process(long pid) {
    ProcessState known = byPid.get(pid);
    if (known == null) {
      known = new ProcessState(processes.size(), pid, this);
      byPid.put(pid, known);
      processes.add(known);
    }
    return known;
  }

  boolean knows(long pid) {
    return byPid.containsKey(pid);
  }

  LaneBuilder addLane(ProcessState process, long id) {
    LaneBuilder lane = new LaneBuilder(lanes.size(), process, id);
    lanes.add(lane);
    return lane;
  }

  Thing addThing(ProcessState process, int id) {
    Thing thing = new Thing(things.size(), process, id);
    things.add(thing);
    return thing;
  }

  Thing thing(int index) {
    return things.get(index);
  }

  int addSite(Site site) {
    sites.add(site);
    return sites.size() - 1;
  }

  /** Gives {@code other}, which is empty, what is known here, each at its index. */
  void introduceTo(Directory other) {
    for (ProcessState process : processes.view()) {
      other.process(process.pid);
    }
    for (LaneBuilder lane : lanes.view()) {
      other.processes.get(lane.process.index).laneOf((int) lane.id);
    }
    for (Thing thing : things.view()) {
      other.processes.get(thing.process.index).thing(thing.id).become(thing);
    }
  }
}

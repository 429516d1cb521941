package interleave.timeline.derive;

import interleave.timeline.Site;
import interleave.timeline.ThreadLane;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.ObjectColumn;
import java.util.HashMap;
import java.util.Map;

/** All processes, lanes, things and sites of a run, by index. */
final class Directory {
  final ObjectColumn<ProcessState> processes = new ObjectColumn<>();
  final ObjectColumn<LaneBuilder> lanes = new ObjectColumn<>();
  final ObjectColumn<InternedObject> things = new ObjectColumn<>();
  final ObjectColumn<Site> sites = new ObjectColumn<>();

  final TaskRefs tasks = new TaskRefs();

  /** Lanes that are drawn one by one: neither of a crowd nor carriers. */
  final ObjectColumn<Integer> plainLanes = new ObjectColumn<>();

  final ObjectColumn<CrowdBuilder> crowds = new ObjectColumn<>();

  /** The lanes that the next snapshot has to look at. */
  final IntBag changedLanes = new IntBag();

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

  /** That lane is not what the last snapshot shows. */
  void changed(LaneBuilder lane) {
    if (!lane.changed) {
      lane.changed = true;
      changedLanes.add(lane.index);
    }
  }

  /** The first event of a thread has come: it is to be drawn one by one, or with the many. */
  void begin(LaneBuilder lane) {
    ProcessState process = lane.process;
    process.seen(lane.index, lane.start);
    CrowdBuilder crowd = process.crowdFor(lane);
    lane.crowd = crowd;
    if (crowd != null) {
      crowd.tasks |= lane.kind == ThreadLane.Kind.TASK;
    }
    (crowd == null ? plainLanes : crowd.lanes).add(lane.index);
  }

  /** A carrier has its first virtual thread. */
  void beginCarrier(LaneBuilder lane) {
    lane.process.seen(lane.index, lane.newest);
    lane.process.crowd(true).carriers.add(lane.index);
  }

  CrowdBuilder addCrowd(ProcessState process, boolean virtual) {
    CrowdBuilder crowd = new CrowdBuilder(crowds.size(), process, virtual);
    crowds.add(crowd);
    return crowd;
  }

  InternedObject addThing(ProcessState process, int id) {
    InternedObject thing = new InternedObject(things.size(), process, id);
    things.add(thing);
    return thing;
  }

  InternedObject thing(int index) {
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
    for (CrowdBuilder crowd : crowds.view()) {
      other.processes.get(crowd.process.index).crowd(crowd.virtual);
    }
    for (InternedObject thing : things.view()) {
      other.processes.get(thing.process.index).thing(thing.id).become(thing);
    }
  }
}

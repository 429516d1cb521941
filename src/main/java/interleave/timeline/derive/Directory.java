package interleave.timeline.derive;

import interleave.timeline.Site;
import interleave.timeline.ThreadLane;
import interleave.timeline.column.IdMap;
import interleave.timeline.column.IndexColumn;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.derive.column.Bounds;
import interleave.timeline.derive.column.CrowdBuilder;
import interleave.timeline.derive.column.TaskRefs;
import interleave.timeline.derive.slice.SliceBuilder;
import interleave.timeline.derive.slice.SliceTracks;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All processes, lanes, things and sites of a run, by index. */
final class Directory {
  final ObjectColumn<ProcessState> processes = new ObjectColumn<>();
  final ObjectColumn<LaneBuilder> lanes = new ObjectColumn<>();
  final ObjectColumn<InternedObject> things = new ObjectColumn<>();
  final ObjectColumn<Site> sites = new ObjectColumn<>();

  final TaskRefs tasks = new TaskRefs();

  /** Lanes that are drawn one by one: neither of a crowd nor carriers. */
  final IndexColumn plainLanes = new IndexColumn();

  final ObjectColumn<CrowdBuilder> crowds = new ObjectColumn<>();

  /** The lanes that the next snapshot has to look at. */
  final IntBag changedLanes = new IntBag();

  private final Map<Long, ProcessState> byPid = new HashMap<>();

  private final Bounds bounds;

  /** How many threads of the program have begun, each of which has a colour. */
  private int hues;

  /** Whether time counts the steps of a run under control. */
  boolean countsSteps;

  /** Whether there is room for more threads and things, whoever asks. */
  private boolean sparse;

  Directory(Bounds bounds) {
    this.bounds = bounds;
    sparse = isSparse();
    sites.add(Site.UNKNOWN);
  }

  /** The process with that pid, which is made when it is mentioned for the first time. */
  ProcessState process(long pid) {
    ProcessState known = byPid.get(pid);
    if (known == null && !bounds.admits(Bounds.Of.PROCESSES, processes.size())) {
      return processes.get(processes.size() - 1); // its events are left out, unless told elsewhere
    }
    if (known == null) {
      known = new ProcessState(processes.size(), pid);
      byPid.put(pid, known);
      processes.add(known);
    }
    return known;
  }

  /** The process that is known by that pid on a host; what else there is in {@code pid} is not. */
  ProcessState process(int host, long pid) {
    return process((long) host << Integer.SIZE | pid & 0xFFFF_FFFFL);
  }

  boolean knows(long pid) {
    return byPid.containsKey(pid);
  }

  /** The lane of the thread with that id, which is made when it is mentioned for the first time. */
  LaneBuilder lane(ProcessState process, int thread) {
    int known = process.lanes.get(thread);
    if (known != IdMap.NONE) {
      return lanes.get(known);
    }
    if (!bounds.admits(Bounds.Of.THREADS, lanes.size())) {
      return lanes.get(lanes.size() - 1);
    }
    LaneBuilder lane = new LaneBuilder(lanes.size(), process, Integer.toUnsignedLong(thread));
    lanes.add(lane);
    sparse = isSparse();
    process.lanes.put(thread, lane.index);
    return lane;
  }

  /** Makes the same track, of a thread or of a row that is none. */
  void introduce(SliceTracks to, SliceBuilder track) {
    ProcessState process = processes.get(track.process());
    if (track.lane() < 0) {
      row(to, process, track.id);
    } else {
      slices(to, lanes.get(track.lane()));
    }
  }

  /** Those of a thread. */
  int slices(SliceTracks of, LaneBuilder lane) {
    if (lane.slices < 0) {
      lane.slices = of.add(lane.process.index, lane.index, (int) lane.id).index;
    }
    return lane.slices;
  }

  /** The row with that id, which is no thread's; what goes beyond the bounds is another one's. */
  int row(SliceTracks of, ProcessState process, int id) {
    int known = process.tracks.get(id);
    if (known >= 0) {
      return known;
    }
    int row =
        bounds.admits(Bounds.Of.THREADS, of.size())
            ? of.add(process.index, -1, id).index
            : of.size() - 1;
    process.tracks.put(id, row);
    return row;
  }

  /**
   * Whether there is room for all that an event is about. What is beyond the bounds is not
   * understood at all, rather than taken for something else.
   */
  boolean hasRoom(ProcessState process, int thread, int object) {
    return sparse || isKnownOrAdmitted(process, thread, object);
  }

  private boolean isSparse() {
    return bounds.hasRoom(Bounds.Of.THREADS, lanes.size())
        && bounds.hasRoom(Bounds.Of.OBJECTS, things.size());
  }

  private boolean isKnownOrAdmitted(ProcessState process, int thread, int object) {
    return (thread == 0
            || process.lanes.get(thread) != IdMap.NONE
            || bounds.admits(Bounds.Of.THREADS, lanes.size()))
        && (object == 0
            || process.things.get(object) != IdMap.NONE
            || bounds.admits(Bounds.Of.OBJECTS, things.size()));
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
    lane.service |= process.service;
    if (!lane.service) {
      lane.hue = hues++;
    }
    CrowdBuilder crowd = crowdFor(lane);
    lane.crowd = crowd;
    if (crowd != null) {
      crowd.tasks |= lane.kind == ThreadLane.Kind.TASK;
    }
    if (crowd != null) {
      lane.place = crowd.lanes.size();
    }
    (crowd == null ? plainLanes : crowd.lanes).add(lane.index);
  }

  /** A carrier has its first virtual thread. */
  void beginCarrier(LaneBuilder lane) {
    lane.process.seen(lane.index, lane.newest);
    crowd(lane.process, true).carriers.add(lane.index);
  }

  /** The crowd that a thread belongs to which has just begun, null when it stands for itself. */
  private @Nullable CrowdBuilder crowdFor(LaneBuilder lane) {
    return switch (lane.kind) {
      case VIRTUAL -> crowd(lane.process, true);
      case TASK -> lane.service ? null : crowd(lane.process, true);
      case PLATFORM, CARRIER ->
          lane.service || lane.process.isPlain(lane.first) ? null : crowd(lane.process, false);
    };
  }

  private CrowdBuilder crowd(ProcessState process, boolean virtual) {
    CrowdBuilder known = virtual ? process.virtualThreads : process.manyThreads;
    if (known == null) {
      known = new CrowdBuilder(crowds.size(), process.index, virtual);
      crowds.add(known);
      if (virtual) {
        process.virtualThreads = known;
      } else {
        process.manyThreads = known;
      }
    }
    return known;
  }

  /** The process serves a library only, and so do all its threads. */
  void serves(ProcessState process, boolean only) {
    if (process.service != only) {
      process.service = only;
      process.seenLanes.view().forEach(lane -> changed(lanes.get(lane)));
    }
  }

  /** What a process calls by that id. */
  InternedObject thing(ProcessState process, int id) {
    int known = process.things.get(id);
    if (known != IdMap.NONE) {
      return things.get(known);
    }
    if (!bounds.admits(Bounds.Of.OBJECTS, things.size())) {
      return things.get(things.size() - 1);
    }
    InternedObject thing = new InternedObject(things.size(), process, id);
    things.add(thing);
    sparse = isSparse();
    process.things.put(id, thing.index);
    return thing;
  }

  /** The index of what a process calls by that id. */
  int indexOfThing(ProcessState process, int id) {
    int known = process.things.get(id);
    return known != IdMap.NONE ? known : thing(process, id).index;
  }

  InternedObject thing(int index) {
    return things.get(index);
  }

  void define(ProcessState process, int site, Site meant) {
    if (process.sites.get(site) == IdMap.NONE) {
      process.sites.put(site, sites.size());
      sites.add(meant);
    }
  }

  /** Gives {@code other}, which is empty, what is known here, each at its index. */
  void introduceTo(Directory other) {
    for (ProcessState process : processes.view()) {
      other.process(process.pid);
    }
    for (LaneBuilder lane : lanes.view()) {
      LaneBuilder same = other.lane(other.processes.get(lane.process.index), (int) lane.id);
      // Who derives anew knows of the tracer by then, and makes no such lane of itself.
      same.service = lane.unseen && lane.service;
    }
    for (CrowdBuilder crowd : crowds.view()) {
      other.crowd(other.processes.get(crowd.process), crowd.virtual);
    }
    for (InternedObject thing : things.view()) {
      other.thing(other.processes.get(thing.process.index), thing.id).become(thing);
    }
  }
}

package interleave.timeline;

import java.util.ArrayList;
import java.util.List;

/** One moment of a {@link TimelineStore}. */
record TimelineSnapshot(
    long start,
    long now,
    boolean live,
    List<ProcessTrack> processes,
    List<ThreadLane> lanes,
    List<LockTrack> locks,
    List<QueueTrack> queues,
    List<VariableTrack> variables,
    List<PoolTrack> pools,
    List<PipeTrack> pipes,
    OutputTrack output,
    List<LocalValue> locals,
    List<Arrow> arrows,
    Counters counters,
    List<String> notes,
    List<Site> sites,
    List<Gap> gaps,
    List<Phase> phases)
    implements Timeline {

  @Override
  public Site site(int site) {
    return site < 0 || site >= sites.size() ? Site.UNKNOWN : sites.get(site);
  }

  /** Makes snapshots, and takes over from the last one what has not changed since. */
  static final class Maker {
    private final TimelineStore store;
    private final List<ThreadLane> lastLanes = new ArrayList<>();
    private final List<LockTrack> lastLocks = new ArrayList<>();

    Maker(TimelineStore store) {
      this.store = store;
    }

    Timeline make(long now, List<Arrow> arrows) {
      long start = store.begin == OPEN ? 0 : store.begin;
      return new TimelineSnapshot(
          start,
          Math.max(start, now),
          !store.ended,
          processes(),
          lanes(),
          locks(),
          queues(),
          variables(),
          pools(),
          pipes(),
          new TrackViews.OfOutput(store.lines.view(), store.lineTimes),
          store.locals.view(),
          arrows,
          new Counters(store.events, store.lost, store.nanosPerEvent, store.skipped),
          store.notes.view(),
          store.directory.sites.view(),
          store.gaps.view(),
          store.phases.view());
    }

    private List<ProcessTrack> processes() {
      List<ProcessTrack> all = new ArrayList<>();
      for (ProcessState process : store.directory.processes.view()) {
        all.add(
            new ProcessTrack(
                process.index,
                process.pid,
                parentOf(process),
                process.name(),
                process.command,
                process.runtime,
                process.traced,
                process.start != OPEN ? process.start : Math.max(store.begin, firstOf(process)),
                process.end,
                process.exit,
                process.seenLanes.view()));
      }
      return all;
    }

    private long firstOf(ProcessState process) {
      long first = OPEN;
      for (int lane : process.seenLanes.view()) {
        first = Math.min(first, store.directory.lanes.get(lane).start);
      }
      return first == OPEN ? store.begin : first;
    }

    private int parentOf(ProcessState process) {
      boolean known = process.parentPid > 0 && store.directory.knows(process.parentPid);
      int parent = known ? store.directory.process(process.parentPid).index : -1;
      return parent == process.index ? -1 : parent;
    }

    private List<ThreadLane> lanes() {
      for (LaneBuilder lane : store.directory.lanes.view()) {
        ThreadLane now = lane(lane);
        if (lane.index < lastLanes.size()) {
          lastLanes.set(lane.index, now);
        } else {
          lastLanes.add(now);
        }
      }
      return List.copyOf(lastLanes);
    }

    private ThreadLane lane(LaneBuilder lane) {
      if (lane.index < lastLanes.size()) {
        ThreadLane before = lastLanes.get(lane.index);
        boolean same =
            before.spans().size() == lane.spans.size()
                && before.holds().size() == lane.holds.starts.size()
                && before.end() == lane.end
                && before.name().equals(lane.name)
                && before.service() == lane.service
                && before.kind() == lane.kind;
        if (same) {
          return before;
        }
      }
      return new ThreadLane(
          lane.index,
          lane.process.index,
          lane.id,
          lane.name,
          lane.kind,
          lane.daemon,
          lane.service,
          lane.start,
          lane.end,
          LaneViews.spans(lane, store.directory, store.tracks),
          LaneViews.holds(lane, store.directory, store.tracks));
    }

    private List<LockTrack> locks() {
      for (LockBuilder lock : store.tracks.locks.view()) {
        boolean known = lock.index < lastLocks.size();
        LockTrack last = known ? lastLocks.get(lock.index) : null;
        LockTrack now = TrackViews.OfLock.of(lock, store.tracks, last);
        if (known) {
          lastLocks.set(lock.index, now);
        } else {
          lastLocks.add(now);
        }
      }
      return List.copyOf(lastLocks);
    }

    private List<QueueTrack> queues() {
      List<QueueTrack> all = new ArrayList<>();
      store.tracks.queues.view().forEach(each -> all.add(TrackViews.OfQueue.of(each, store.ended)));
      return all;
    }

    private List<VariableTrack> variables() {
      List<VariableTrack> all = new ArrayList<>();
      store.tracks.variables.view().forEach(each -> all.add(TrackViews.OfVariable.of(each)));
      return all;
    }

    private List<PipeTrack> pipes() {
      List<PipeTrack> all = new ArrayList<>();
      store.tracks.pipes.view().forEach(each -> all.add(each.track()));
      return all;
    }

    private List<PoolTrack> pools() {
      List<PoolTrack> all = new ArrayList<>();
      store.tracks.pools.view().forEach(each -> all.add(each.track()));
      return all;
    }
  }
}

package interleave.timeline.derive;

import interleave.timeline.CrowdTrack;
import interleave.timeline.Deadlock;
import interleave.timeline.LockTrack;
import interleave.timeline.ProcessGroup;
import interleave.timeline.ProcessTrack;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.column.FrozenList;
import interleave.timeline.column.IntBag;
import interleave.timeline.derive.TimelineSnapshot.Several;
import interleave.timeline.derive.TimelineSnapshot.Sliced;
import interleave.timeline.derive.column.CrowdBuilder;
import interleave.timeline.derive.column.CrowdView;
import interleave.timeline.derive.seen.SeenBuilder;
import interleave.timeline.derive.slice.SliceTracks;
import interleave.timeline.derive.synchronizer.SynchronizerBuilder;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes snapshots, and takes over from the last one what has not changed since. A hundred thousand
 * lanes of which none has changed cost nothing but a look at who did.
 */
final class SnapshotMaker {
  /** What was seen to be waited for, and held. */
  private record SeenThings(Directory directory) implements SeenBuilder.Things {
    @Override
    public String name(int thing) {
      return directory.thing(thing).name;
    }

    @Override
    public int lock(int thing) {
      return directory.thing(thing).trackAs(InternedObject.Sort.LOCK);
    }
  }

  /** After so many snapshots it is looked anew who has been waiting all the while. */
  private static final int PATIENCE = 64;

  /** So many lanes at most are looked at in one snapshot that have not changed. */
  private static final int MOST_RANKED = 1024;

  private static final Words WORDS = Words.of("timeline/slices");

  private final RunModel model;
  private final Directory directory;
  private final FrozenList<ThreadLane> lanes = new FrozenList<>();
  private final FrozenList<LockTrack> locks = new FrozenList<>();
  private final List<CrowdView> crowds = new ArrayList<>();
  private final SliceTracks.Views slices;
  private List<SynchronizerTrack> lastSynchronizers = List.of();
  private final SeenThings things;
  private int made;

  /** The lane that was ranked last without having changed. */
  private int ranked = -1;

  SnapshotMaker(RunModel model) {
    this.model = model;
    this.directory = model.directory;
    this.slices =
        model.tracks.slices.new Views(this::name, lane -> model.directory.lanes.get(lane).name);
    this.things = new SeenThings(directory);
  }

  Timeline make(long now) {
    long start = model.begin == Timeline.OPEN ? 0 : model.begin;
    List<ProcessTrack> processes = processes();
    return new TimelineSnapshot(
        start,
        Math.max(start, now),
        !model.ended,
        processes,
        lanes(now),
        locks(),
        all(
            model.tracks.queues.view(),
            each -> TrackViews.OfQueue.of(each, model.watermark, model.ended && !model.incomplete)),
        all(model.tracks.variables.view(), TrackViews.OfVariable::of),
        all(model.tracks.pools.view(), each -> each.track(model.watermark)),
        all(model.tracks.pipes.view(), PipeBuilder::track),
        model.gils.tracks(model.tracks),
        model.samples.view(),
        new TimelineSnapshot.Stacks(model.stacks.tree(), model.stacks.samples()),
        model.threads.heard(),
        model.output.view(),
        model.locals.view(),
        model.arrows.view(),
        new Timeline.Counters(model.events, model.lost, model.nanosPerEvent, model.skipped),
        model.notes.view(),
        directory.sites.view(),
        model.gaps.view(),
        model.phases.view(),
        deadlocks(),
        synchronizers(),
        model.tracks.wakes.view(),
        new Several(
            directory,
            directory.plainLanes.view(),
            crowds(),
            model.tracks.groups,
            groups(processes, now),
            stillness(),
            model.hosts.view(processes),
            model.problems.view(),
            model.incomplete,
            model.tellsStates,
            model.directory.countsSteps,
            sliced(),
            model.seen.view(things)));
  }

  /** Whether a ring came apart is not known where some of the recording is missing. */
  private List<Deadlock> deadlocks() {
    List<Deadlock> all = model.tracks.deadlocks.view();
    if (!model.incomplete && model.seen.isEmpty()) {
      return all;
    }
    List<Deadlock> known = new ArrayList<>();
    all.stream()
        .filter(ring -> ring.resolved() || !model.incomplete)
        .forEach(ring -> known.add(ring.at(known.size())));
    known.addAll(model.seen.rings(known.size(), things)); // these were there, whatever came after
    return List.copyOf(known);
  }

  private static <B, T> List<T> all(List<B> builders, Function<B, T> view) {
    List<T> all = new ArrayList<>(builders.size());
    builders.forEach(each -> all.add(view.apply(each)));
    return all;
  }

  private Sliced sliced() {
    Tracks tracks = model.tracks;
    return new Sliced(
        slices.take(),
        all(tracks.counters.view(), each -> each.view(tracks.counters.thing(each.index).name)),
        tracks.slices.flows(this::name),
        tracks.slices.wideMoments(this::name));
  }

  private String name(int name) {
    return name == SliceTracks.UNNAMED ? WORDS.get("unnamed") : directory.thing(name - 1).name;
  }

  private List<Timeline.@Nullable Stillness> stillness() {
    List<Timeline.@Nullable Stillness> all = new ArrayList<>();
    directory.processes.view().forEach(process -> all.add(process.stillness));
    return all;
  }

  private List<ProcessTrack> processes() {
    return all(
        directory.processes.view(),
        process ->
            new ProcessTrack(
                process.index,
                process.localPid(),
                model.hosts.known(process.host()),
                parentOf(process),
                ProcessName.of(process, directory),
                process.command,
                process.runtime,
                process.interpreter,
                process.traced,
                startOf(process),
                process.end,
                Math.min(process.end, process.died),
                process.exit,
                process.origin(),
                process.seenLanes.view(),
                process.turns()));
  }

  private long startOf(ProcessState process) {
    if (process.start != Timeline.OPEN) {
      return process.start;
    }
    long first = process.firstSeen == Timeline.OPEN ? model.begin : process.firstSeen;
    return Math.max(model.begin, first);
  }

  private int parentOf(ProcessState process) {
    long pid = process.parentPid > 0 ? process.parentPid : process.systemParent;
    int parent = pid > 0 && directory.knows(pid) ? directory.process(pid).index : -1;
    return parent == process.index ? -1 : parent;
  }

  private List<ThreadLane> lanes(long now) {
    for (int i = lanes.size(); i < directory.lanes.size(); i++) {
      directory.changed(directory.lanes.get(i));
      lanes.set(i, lane(directory.lanes.get(i)));
    }
    IntBag changed = directory.changedLanes;
    for (int i = 0; i < changed.size(); i++) {
      LaneBuilder lane = directory.lanes.get(changed.get(i));
      lane.changed = false;
      lanes.set(lane.index, lane(lane));
      rank(lane, now);
    }
    changed.clear();
    made++;
    rankSome(now);
    return lanes.freeze();
  }

  /** Who waits all the while does not change, and is looked at from time to time, some at once. */
  private void rankSome(long now) {
    int all = directory.lanes.size();
    int some = Math.min(MOST_RANKED, all / PATIENCE + 1);
    for (int i = 0; i < some && all > 0; i++) {
      ranked = ranked + 1 < all ? ranked + 1 : 0;
      LaneBuilder lane = directory.lanes.get(ranked);
      if (lane.end == Timeline.OPEN) {
        rank(lane, now);
      }
    }
  }

  /** Who waits matters most, and of those of which that is not told who has most slices. */
  private void rank(LaneBuilder lane, long now) {
    if (lane.crowd != null) {
      int slices = lane.slices < 0 ? 0 : model.tracks.slices.get(lane.slices).size();
      lane.crowd.waited.offer(lane.index, lane.waited(now) + slices);
    }
  }

  private ThreadLane lane(LaneBuilder lane) {
    return new ThreadLane(
        lane.index,
        lane.process.index,
        lane.id,
        lane.number,
        lane.name,
        lane.kind,
        lane.daemon,
        lane.service || lane.process.service,
        lane.start,
        lane.end,
        LaneViews.spans(lane, directory, model.tracks),
        LaneViews.holds(lane, directory, model.tracks));
  }

  private List<CrowdTrack> crowds() {
    for (CrowdBuilder crowd : directory.crowds.view()) {
      CrowdView last = crowd.index < crowds.size() ? crowds.get(crowd.index) : null;
      CrowdView now = CrowdView.of(crowd, last);
      if (last == null) {
        crowds.add(now);
      } else {
        crowds.set(crowd.index, now);
      }
    }
    return List.copyOf(crowds);
  }

  private List<LockTrack> locks() {
    Tracks tracks = model.tracks;
    for (int i = locks.size(); i < tracks.locks.size(); i++) {
      locks.set(i, TrackViews.OfLock.of(tracks.locks.get(i), tracks, null));
    }
    IntBag changed = tracks.changedLocks;
    for (int i = 0; i < changed.size(); i++) {
      LockBuilder lock = tracks.locks.get(changed.get(i));
      lock.changed = false;
      LockTrack last = locks.get(lock.index);
      locks.set(lock.index, TrackViews.OfLock.of(lock, tracks, last));
    }
    changed.clear();
    return locks.freeze();
  }

  private List<SynchronizerTrack> synchronizers() {
    List<SynchronizerTrack> all = new ArrayList<>();
    for (SynchronizerBuilder built : model.tracks.synchronizers.view()) {
      SynchronizerTrack last =
          built.index < lastSynchronizers.size() ? lastSynchronizers.get(built.index) : null;
      all.add(SynchronizerView.of(built, model.tracks, last));
    }
    lastSynchronizers = List.copyOf(all);
    return lastSynchronizers;
  }

  private List<ThingGroup> groups(List<ProcessTrack> processes, long now) {
    List<ThingGroup> all = new ArrayList<>();
    all.add(new ProcessGroup(processes));
    all.addAll(model.tracks.groups.take(model.tracks, now, made % PATIENCE == 0));
    return all;
  }
}

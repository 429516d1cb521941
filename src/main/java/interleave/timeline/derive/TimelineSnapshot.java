package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.CounterTrack;
import interleave.timeline.CrowdTrack;
import interleave.timeline.Deadlock;
import interleave.timeline.Flows;
import interleave.timeline.GilTrack;
import interleave.timeline.HostTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.SampleTrack;
import interleave.timeline.Sightings;
import interleave.timeline.Site;
import interleave.timeline.SliceTrack;
import interleave.timeline.StackSamples;
import interleave.timeline.StackTree;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.Wakes;
import interleave.timeline.WideMoments;
import interleave.timeline.derive.column.CrowdBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    List<GilTrack> gils,
    Map<EventKind, List<SampleTrack>> allSamples,
    Stacks allStacks,
    boolean seesThreads,
    OutputTrack output,
    LocalViews localViews,
    List<Arrow> arrows,
    Counters counters,
    List<String> notes,
    List<Site> sites,
    List<Gap> gaps,
    List<ProgramPhase> phases,
    List<Deadlock> deadlocks,
    List<SynchronizerTrack> synchronizers,
    Wakes wakes,
    Several several)
    implements Timeline {

  /** How what there may be very much of is parted; {@code still} by process. */
  record Several(
      Directory directory,
      List<Integer> plain,
      List<CrowdTrack> crowds,
      Groups grouping,
      List<ThingGroup> groups,
      List<@Nullable Stillness> still,
      List<HostTrack> hosts,
      List<String> problems,
      boolean incomplete,
      boolean tellsStates,
      boolean countsSteps,
      Sliced sliced,
      Sightings sightings) {}

  /** What files of other tools tell. */
  record Sliced(
      List<SliceTrack> tracks, List<CounterTrack> counters, Flows flows, WideMoments wide) {}

  @Override
  public boolean isOfRun(Timeline other) {
    return other instanceof TimelineSnapshot snapshot
        && snapshot.several.directory == several.directory;
  }

  @Override
  public List<SliceTrack> slices() {
    return several.sliced.tracks;
  }

  @Override
  public int slicesOf(int lane) {
    int track = lane < 0 ? -1 : several.directory.lanes.get(lane).slices;
    return track < several.sliced.tracks.size() ? track : -1;
  }

  @Override
  public List<CounterTrack> counterTracks() {
    return several.sliced.counters;
  }

  @Override
  public Flows flows() {
    return several.sliced.flows;
  }

  @Override
  public WideMoments wideMoments() {
    return several.sliced.wide;
  }

  @Override
  public Sightings sightings() {
    return several.sightings;
  }

  /** With which stacks threads were seen. */
  record Stacks(StackTree tree, List<StackSamples> samples) {}

  @Override
  public StackTree stacks() {
    return allStacks.tree;
  }

  @Override
  public List<StackSamples> stackSamples() {
    return allStacks.samples;
  }

  @Override
  public List<String> problems() {
    return several.problems;
  }

  @Override
  public boolean tellsStates() {
    return several.tellsStates;
  }

  @Override
  public boolean countsSteps() {
    return several.countsSteps;
  }

  @Override
  public boolean incomplete() {
    return several.incomplete;
  }

  @Override
  public @Nullable Stillness stillness(int process) {
    return several.still.get(process);
  }

  @Override
  public List<HostTrack> hosts() {
    return several.hosts;
  }

  @Override
  public Site site(int site) {
    return site < 0 || site >= sites.size() ? Site.UNKNOWN : sites.get(site);
  }

  @Override
  public List<SampleTrack> samples(EventKind kind) {
    return allSamples.getOrDefault(kind, List.of());
  }

  @Override
  public List<LocalTrack> locals() {
    return localViews.all();
  }

  @Override
  public List<LocalTrack> localsOf(int lane) {
    return localViews.of(lane);
  }

  @Override
  public List<Integer> plainLanes() {
    return several.plain;
  }

  @Override
  public int hue(int lane) {
    return lane < 0 ? -1 : several.directory.lanes.get(lane).hue;
  }

  @Override
  public List<CrowdTrack> crowds() {
    return several.crowds;
  }

  @Override
  public int crowdOf(int lane) {
    CrowdBuilder crowd = several.directory.lanes.get(lane).crowd;
    return crowd == null || crowd.index >= several.crowds.size() ? -1 : crowd.index;
  }

  @Override
  public int placeInCrowd(int lane) {
    return several.directory.lanes.get(lane).place;
  }

  @Override
  public List<ThingGroup> groups() {
    return several.groups;
  }

  @Override
  public int groupOf(ThingGroup.Sort sort, int thing) {
    int group = several.grouping.of(sort, thing);
    return group >= several.groups.size() ? -1 : group;
  }

  @Override
  public @Nullable Arrow startOf(int lane) {
    LaneBuilder started = several.directory.lanes.get(lane);
    return started.starter < 0 || !started.isSeen()
        ? null
        : ArrowMaker.startOf(started, started.start);
  }
}

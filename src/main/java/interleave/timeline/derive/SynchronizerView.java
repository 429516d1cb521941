package interleave.timeline.derive;

import interleave.timeline.SynchronizerTrack;
import interleave.timeline.derive.column.StoredWaiting;
import interleave.timeline.derive.column.WaiterSteps;
import interleave.timeline.derive.synchronizer.SynchronizerBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a synchronizer's track shows of its columns at one moment. */
record SynchronizerView(
    SynchronizerBuilder of,
    InternedObject thing,
    long version,
    String name,
    int steps,
    int holds,
    int waits,
    int openings,
    int waiterSteps,
    int maxLevel,
    long waitNs,
    long longestWaitNs)
    implements SynchronizerTrack, StoredWaiting {
  /** What counts the tasks of a queue that are not done. */
  private static final String JOIN = "join";

  private static final Outcome[] OUTCOMES = Outcome.values();

  static SynchronizerTrack of(
      SynchronizerBuilder built, Tracks tracks, @Nullable SynchronizerTrack last) {
    InternedObject thing = tracks.synchronizers.thing(built.index);
    String name = tracks.shortNames.of(thing);
    if (last instanceof SynchronizerView same
        && same.version == built.version
        && same.name.equals(name)) {
      return same;
    }
    return new SynchronizerView(
        built,
        thing,
        built.version,
        name,
        built.stepTimes.size(),
        built.holds.size(),
        built.begins.size(),
        built.openings.size(),
        built.waiters.steps.size(),
        built.maxLevel,
        built.waiters.ns(),
        built.waiters.longestNs());
  }

  @Override
  public int index() {
    return of.index;
  }

  @Override
  public int process() {
    return thing.key != 0 ? -1 : thing.process.index;
  }

  @Override
  public boolean isEvent() {
    return of.kind == Kind.LATCH && thing.process.isPython() && !name.equals(JOIN);
  }

  @Override
  public Kind kind() {
    return of.kind;
  }

  @Override
  public int totalAt(long time) {
    return steps == 0 ? -1 : of.stepTotals.get(Math.max(0, stepAt(time)));
  }

  @Override
  public int levelAt(long time) {
    return steps == 0 ? 0 : of.stepLevels.get(Math.max(0, stepAt(time)));
  }

  @Override
  public long stepTime(int i) {
    return of.stepTimes.get(i);
  }

  @Override
  public int stepLevel(int i) {
    return of.stepLevels.get(i);
  }

  @Override
  public int stepLane(int i) {
    return of.stepLanes.get(i);
  }

  @Override
  public int stepAt(long time) {
    return of.stepTimes.floor(time, steps);
  }

  @Override
  public List<Integer> holdersAt(long time) {
    return of.holds.at(time, holds);
  }

  @Override
  public Wait wait(int i) {
    return new Wait(
        of.lanes.get(i),
        of.begins.get(i),
        of.ends.get(i),
        of.asked.get(i),
        OUTCOMES[of.outcomes.get(i)],
        of.wakers.get(i),
        of.wakeTimes.get(i),
        of.wakeSites.get(i));
  }

  @Override
  public int waitAt(long time) {
    return of.begins.floor(time, waits);
  }

  @Override
  public Opening opening(int i) {
    return of.openings.get(i);
  }

  @Override
  public int openingAt(long time) {
    return of.openings.floor(time, openings);
  }

  @Override
  public WaiterSteps waiters() {
    return of.waiters.steps;
  }
}

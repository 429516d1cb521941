package interleave.timeline.layout;

import interleave.timeline.CrowdTrack;
import interleave.timeline.Deadlock;
import interleave.timeline.GilTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import org.jspecify.annotations.Nullable;

/** From when to when a thing lasts; open ends are now. */
public record Extent(long from, long to) {

  /** Null where the timeline has no such thing. */
  public static @Nullable Extent of(Timeline timeline, ThingRef thing) {
    try {
      return find(timeline, thing);
    } catch (IndexOutOfBoundsException e) {
      return null; // a reference into another run
    }
  }

  private static @Nullable Extent find(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Process(int index) -> process(timeline, timeline.processes().get(index));
      case ThingRef.Lane(int index) -> lane(timeline, timeline.lanes().get(index));
      case ThingRef.Crowd(int index) -> crowd(timeline, timeline.crowds().get(index));
      case ThingRef.CrowdMoment(int _, long time) -> around(time, 500_000);
      case ThingRef.Span(int lane, long start) ->
          span(timeline, timeline.lanes().get(lane).spans(), start);
      case ThingRef.Hold(int lock, long start) ->
          hold(timeline, timeline.locks().get(lock).holds(), start);
      case ThingRef.HoldSum(int lock, long end) -> sum(timeline.locks().get(lock), end);
      case ThingRef.Message(int queue, int index) ->
          message(timeline, timeline.queues().get(queue).message(index));
      case ThingRef.Access(int variable, int index) ->
          around(timeline.variables().get(variable).time(index), 500);
      case ThingRef.LostUpdate(int variable, int index) ->
          lostUpdate(timeline.variables().get(variable), index);
      case ThingRef.Task(int pool, int index) ->
          task(timeline, timeline.pools().get(pool).tasks().get(index));
      case ThingRef.Pipe(int index) -> pipe(timeline, timeline.pipes().get(index));
      case ThingRef.Local(int track, long start) ->
          local(timeline, timeline.locals().get(track), start);
      case ThingRef.Deadlock(int index) -> deadlock(timeline, timeline.deadlocks().get(index));
      case ThingRef.Sighting(int index) ->
          around(timeline.sightings().get(index).time(), 500_000_000);
      case ThingRef.Phase(int index) -> phase(timeline, timeline.phases().get(index));
      case ThingRef.Gil(int process) -> process(timeline, timeline.processes().get(process));
      case ThingRef.Cpu(int process) -> process(timeline, timeline.processes().get(process));
      case ThingRef.GilHold(int process, long start) -> gilHold(timeline, process, start);
      case ThingRef.Line(int index) -> around(timeline.output().line(index).time(), 500_000);
      case ThingRef.Opening(int synchronizer, int index) ->
          opening(timeline.synchronizers().get(synchronizer).opening(index));
      case ThingRef.Lock _,
          ThingRef.Synchronizer _,
          ThingRef.Queue _,
          ThingRef.Variable _,
          ThingRef.Pool _ ->
          new Extent(timeline.start(), timeline.now());
      case ThingRef.Host _, ThingRef.Group _ -> new Extent(timeline.start(), timeline.now());
      case ThingRef.GroupMoment(int _, long time) -> around(time, 500_000);
      case ThingRef.Slice(int track, int depth, int i) ->
          slice(timeline, timeline.slices().get(track), depth, i);
      case ThingRef.Moment(int track, int i) ->
          around(timeline.slices().get(track).moments().time(i), 50_000);
      case ThingRef.WideMoment(int i) -> around(timeline.wideMoments().time(i), 50_000);
      case ThingRef.Flow(int i) ->
          closed(timeline, timeline.flows().fromTime(i), timeline.flows().toTime(i) + 1);
      case ThingRef.CounterValue(int counter, int i) ->
          around(timeline.counterTracks().get(counter).time(i), 500_000);
      case ThingRef.Track _, ThingRef.Counter _ -> new Extent(timeline.start(), timeline.now());
    };
  }

  private static Extent slice(Timeline timeline, SliceTrack track, int depth, int i) {
    SliceTrack.Row row = track.row(depth);
    long end = track.end(timeline, row, i);
    return closed(timeline, row.start(i), Math.max(end, row.start(i) + 1));
  }

  private static Extent pipe(Timeline timeline, PipeTrack pipe) {
    return closed(timeline, pipe.opened(), pipe.closed());
  }

  private static Extent opening(SynchronizerTrack.Opening opening) {
    long reach = Math.max(50_000, 2 * (opening.time() - opening.arrived()));
    return around(opening.time(), reach);
  }

  private static Extent process(Timeline timeline, ProcessTrack process) {
    return closed(timeline, process.start(), process.end());
  }

  private static Extent deadlock(Timeline timeline, Deadlock deadlock) {
    long first =
        deadlock.members().stream()
            .mapToLong(Deadlock.Member::since)
            .reduce(deadlock.since(), Math::min);
    boolean moment = deadlock.end() - first <= 1; // of a ring that was seen once
    return moment ? around(first, 500_000_000) : closed(timeline, first, deadlock.end());
  }

  private static @Nullable Extent local(Timeline timeline, LocalTrack local, long start) {
    int i = local.at(start);
    return i < 0 ? null : closed(timeline, local.from(i), local.until(i));
  }

  private static Extent phase(Timeline timeline, ProgramPhase phase) {
    return closed(timeline, phase.start(), phase.end());
  }

  private static Extent lane(Timeline timeline, ThreadLane lane) {
    return closed(timeline, lane.start(), lane.end());
  }

  private static Extent crowd(Timeline timeline, CrowdTrack crowd) {
    long from = timeline.lanes().get(crowd.lanes().getFirst()).start();
    long to = from;
    for (int lane : crowd.lanes()) {
      to = Math.max(to, Math.min(timeline.lanes().get(lane).end(), timeline.now()));
    }
    return new Extent(from, Math.max(to, from + 1));
  }

  private static @Nullable Extent span(Timeline timeline, Spans spans, long start) {
    int i = spans.at(start);
    return i < 0 ? null : closed(timeline, spans.start(i), spans.end(i));
  }

  private static @Nullable Extent hold(Timeline timeline, LockTrack.Holds holds, long start) {
    int i = holds.at(start);
    return i < 0
        ? null
        : closed(timeline, holds.start(i) - Math.max(0, holds.waited(i)), holds.end(i));
  }

  private static @Nullable Extent sum(LockTrack lock, long end) {
    return lock.slice(end).stream()
        .findFirst()
        .map(sum -> new Extent(sum.start(), Math.max(sum.end(), sum.start() + 1)))
        .orElse(null);
  }

  private static @Nullable Extent gilHold(Timeline timeline, int process, long start) {
    GilTrack gil = timeline.gilOf(process);
    int i = gil == null ? -1 : gil.holds().at(start);
    return gil == null || i < 0 ? null : closed(timeline, gil.holds().start(i), gil.holds().end(i));
  }

  private static Extent message(Timeline timeline, QueueTrack.Message message) {
    return closed(timeline, message.put(), message.get());
  }

  private static Extent task(Timeline timeline, PoolTrack.Task task) {
    return closed(timeline, task.submitted(), task.ended());
  }

  private static Extent lostUpdate(VariableTrack variable, int index) {
    VariableTrack.LostUpdate lost = variable.lostUpdate(index);
    long first = variable.time(lost.lostWrite());
    long last = first;
    for (int access : new int[] {lost.read(), lost.lostRead(), lost.overwrite()}) {
      if (access >= 0) {
        first = Math.min(first, variable.time(access));
        last = Math.max(last, variable.time(access));
      }
    }
    return new Extent(first, Math.max(last, first + 1));
  }

  private static Extent around(long time, long reach) {
    return new Extent(time - reach, time + reach);
  }

  private static Extent closed(Timeline timeline, long from, long to) {
    long end = to == Timeline.OPEN ? Math.max(timeline.now(), from + 1) : to;
    return new Extent(from, Math.max(end, from + 1));
  }
}

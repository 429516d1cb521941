package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.timeline.CounterTrack;
import interleave.timeline.GilTrack;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.SliceTrack;
import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/** Puts onto a row what stands there. */
final class RowFilling {
  private final PageRows rows;
  private final Excerpt what;
  private final Timeline timeline;

  RowFilling(PageRows rows, Excerpt what) {
    this.rows = rows;
    this.what = what;
    this.timeline = what.timeline();
  }

  /**
   * Puts there what stands there.
   *
   * @return whether it is not in the order of time
   */
  boolean fill(PageRow row) {
    switch (row.ref()) {
      case ThingRef.Process(int index) -> life(row, timeline.processes().get(index));
      case ThingRef.Phase _ -> phases(row);
      case ThingRef.Lane(int index) -> {
        states(row, timeline.lanes().get(index));
        return new SeenFilling(rows, timeline).lane(row, index);
      }
      case ThingRef.Slice(int track, int depth, int _) ->
          slices(row, timeline.slices().get(track), depth);
      case ThingRef.Lock(int index) -> {
        lock(row, timeline.locks().get(index));
        return new SeenFilling(rows, timeline).lock(row, index);
      }
      case ThingRef.Gil(int process) -> gil(row, process);
      case ThingRef.Local(int track, long _) -> {
        locals(row, timeline.locals().get(track));
        return true;
      }
      case ThingRef.Variable(int index) ->
          new AccessFilling(rows, what, timeline.variables().get(index)).fill(row);
      case ThingRef.Crowd(int index) ->
          new CountFilling(rows, what).crowd(row, timeline.crowds().get(index));
      case ThingRef.Group(int index) ->
          new CountFilling(rows, what).group(row, timeline.groups().get(index));
      case ThingRef.Synchronizer(int index) -> {
        SynchronizerTrack track = timeline.synchronizers().get(index);
        levels(row, track.steps(), track::stepTime, i -> Integer.toString(track.stepLevel(i)));
      }
      case ThingRef.Queue(int index) -> {
        QueueTrack queue = timeline.queues().get(index);
        levels(row, queue.steps(), queue::stepTime, i -> Integer.toString(queue.stepDepth(i)));
      }
      case ThingRef.Counter(int index) -> {
        CounterTrack counter = timeline.counterTracks().get(index);
        levels(row, counter.size(), counter::time, i -> Double.toString(counter.value(i)));
      }
      case ThingRef.Pipe(int index) -> pipe(row, timeline.pipes().get(index));
      case ThingRef.Host _,
          ThingRef.CrowdMoment _,
          ThingRef.GroupMoment _,
          ThingRef.Track _,
          ThingRef.Moment _,
          ThingRef.WideMoment _,
          ThingRef.Flow _,
          ThingRef.CounterValue _,
          ThingRef.Span _,
          ThingRef.Hold _,
          ThingRef.HoldSum _,
          ThingRef.Opening _,
          ThingRef.Message _,
          ThingRef.Access _,
          ThingRef.LostUpdate _,
          ThingRef.Pool _,
          ThingRef.Task _,
          ThingRef.GilHold _,
          ThingRef.Cpu _,
          ThingRef.Line _,
          ThingRef.Deadlock _,
          ThingRef.Sighting _ -> {} // no row, or filled when it was declared
    }
    return false;
  }

  private void pipe(PageRow row, PipeTrack pipe) {
    int look = PageRows.look(Look.LEVEL);
    for (int i = 0; i < pipe.transfers(); i++) {
      PipeTrack.Transfer transfer = pipe.transfer(i);
      boolean last = i + 1 == pipe.transfers();
      long end = last ? pipe.closed() : pipe.transfer(i + 1).end();
      Supplier<String> bytes = () -> Long.toString(transfer.upTo());
      int who = rows.lane(transfer.lane());
      rows.thing(row, null, transfer.end(), end, look, bytes, transfer.site(), who, 0);
    }
  }

  /** Each value for as long as the thread has it, and its reads. */
  private void locals(PageRow row, LocalTrack local) {
    int who = rows.lane(local.lane());
    for (int i = 0; i < local.size(); i++) {
      ThingRef ref = new ThingRef.Local(local.index(), local.from(i));
      int value = i;
      int look = PageRows.look(Look.LOCAL);
      Supplier<String> text = () -> local.value(value);
      rows.thing(row, ref, local.from(i), local.until(i), look, text, local.site(i), who, 0);
    }
    for (int i = 0; i < local.reads(); i++) {
      rows.moment(row, null, local.read(i), PageRows.look(Look.READ), () -> "", 0, who, 0);
    }
  }

  private void life(PageRow row, ProcessTrack process) {
    int look = PageRows.look(Look.LIFE);
    ProcessTrack.Exit exit = process.exit();
    Supplier<String> how = () -> exit == null ? "" : exit.show();
    rows.thing(row, row.ref(), process.start(), process.died(), look, how, 0, 0, 0);
  }

  private void phases(PageRow row) {
    for (ProgramPhase phase : timeline.phases()) {
      if (phase.process() == row.process()) {
        ThingRef ref = new ThingRef.Phase(phase.index());
        int look = PageRows.look(Look.PHASE);
        rows.thing(row, ref, phase.start(), phase.end(), look, phase::name, 0, 0, 0);
      }
    }
  }

  private void states(PageRow row, ThreadLane lane) {
    Spans spans = lane.spans();
    int own = rows.lane(lane.index());
    for (int i = 0; i < spans.size(); i++) {
      rows.thing(
          row,
          new ThingRef.Span(lane.index(), spans.start(i)),
          spans.start(i),
          Math.min(spans.end(i), lane.end()),
          spans.state(i).ordinal(),
          labels(spans, i),
          spans.site(i),
          own,
          about(spans, i));
    }
  }

  private static Supplier<String> labels(Spans spans, int i) {
    return () -> spans.label(i);
  }

  private static Supplier<String> labels(Level level, int step) {
    return () -> level.at(step);
  }

  /** The row of what a thread waits for, 0 for none. */
  private int about(Spans spans, int i) {
    int object = spans.object(i);
    return object < 0
        ? 0
        : switch (spans.about(i)) {
          case LOCK -> rows.number(new ThingRef.Lock(object));
          case SYNCHRONIZER -> rows.number(new ThingRef.Synchronizer(object));
          case QUEUE -> rows.number(new ThingRef.Queue(object));
          case LANE -> rows.lane(object);
          case PROCESS -> rows.process(object);
          case NOTHING, FUNCTION, PIPE, TASK, POOL, TURN, FUTURE, TASKS, CALL -> 0;
        };
  }

  private void slices(PageRow row, SliceTrack track, int depth) {
    SliceTrack.Row slices = track.row(depth);
    int look = PageRows.look(Look.SLICE);
    int thread = rows.lane(track.lane());
    for (int i = 0; i < slices.size(); i++) {
      ThingRef ref = new ThingRef.Slice(track.index(), depth, i);
      String called = slices.name(i);
      Supplier<String> name = () -> called;
      long end = track.end(timeline, slices, i);
      rows.thing(row, ref, slices.start(i), end, look, name, 0, thread, 0);
    }
  }

  private void lock(PageRow row, LockTrack lock) {
    LockTrack.Holds holds = lock.holds();
    for (int i = 0; i < holds.size(); i++) {
      hold(row, new ThingRef.Hold(lock.index(), holds.start(i)), holds, i);
    }
    for (int i = 0; i < lock.sums(); i++) {
      LockTrack.Sum sum = lock.sum(i);
      ThingRef ref = new ThingRef.HoldSum(lock.index(), sum.end());
      int look = PageRows.look(Look.HOLD);
      int who = rows.lane(sum.lane());
      rows.thing(row, ref, sum.start(), sum.end(), look, () -> "× " + sum.count(), 0, who, 0);
    }
  }

  private void gil(PageRow row, int process) {
    for (GilTrack gil : timeline.gils()) {
      if (gil.process() == process) {
        for (int i = 0; i < gil.holds().size(); i++) {
          hold(row, new ThingRef.GilHold(process, gil.holds().start(i)), gil.holds(), i);
        }
      }
    }
  }

  private void hold(PageRow row, ThingRef ref, LockTrack.Holds holds, int i) {
    if (what.lanes().has(holds.lane(i))) {
      rows.thing(
          row,
          ref,
          holds.start(i),
          holds.end(i),
          PageRows.look(Look.HOLD),
          () -> "",
          holds.site(i),
          rows.lane(holds.lane(i)),
          0);
    }
  }

  /** What a step came to. */
  private interface Level {
    String at(int step);
  }

  private void levels(PageRow row, int steps, IntToLongFunction time, Level level) {
    int look = PageRows.look(Look.LEVEL);
    for (int i = 0; i < steps; i++) {
      long end = i + 1 < steps ? time.applyAsLong(i + 1) : Timeline.OPEN;
      rows.thing(row, null, time.applyAsLong(i), end, look, labels(level, i), 0, 0, 0);
    }
  }
}

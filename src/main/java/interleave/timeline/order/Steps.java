package interleave.timeline.order;

import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.order.Link.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds where threads hand on and take over. What was not recorded is not among it. */
final class Steps {
  /** Objects of different sorts have numbers so far from each other. */
  private static final long SORT = 1L << 56;

  /** The same of different things of a sort. */
  private static final long THING = 1L << 28;

  private final Timeline timeline;
  private final long from;
  private final long to;
  private final int most;
  private final List<Step> found = new ArrayList<>();

  /**
   * @param most gives up beyond so many
   */
  Steps(Timeline timeline, long from, long to, int most) {
    this.timeline = timeline;
    this.from = from;
    this.to = to;
    this.most = most;
  }

  /** Those between the two times, in no order; more than asked for where there are too many. */
  List<Step> find() {
    threads();
    timeline.locks().forEach(this::lock);
    timeline.synchronizers().forEach(this::synchronizer);
    timeline.queues().forEach(this::queue);
    timeline.pools().forEach(this::pool);
    timeline.variables().stream().filter(VariableTrack::orders).forEach(this::variable);
    return found;
  }

  private boolean isFull() {
    return found.size() > most;
  }

  private static long object(Kind sort, long thing, long part) {
    return sort.ordinal() * SORT + thing * THING + part;
  }

  private void hands(int lane, long time, long object, Kind kind, ThingRef about) {
    if (lane >= 0 && time >= from && time <= to) {
      found.add(Step.hands(lane, time, object, kind, about));
    }
  }

  private void takes(int lane, long time, long object, Kind kind, ThingRef about) {
    if (lane >= 0 && time >= from && time <= to) {
      found.add(Step.takes(lane, time, object, kind, about));
    }
  }

  private void threads() {
    for (int i = 0; i < timeline.arrows().size() && !isFull(); i++) {
      Timeline.Arrow arrow = timeline.arrows().get(i);
      Kind kind =
          switch (arrow.kind()) {
            case START_THREAD, FORK -> Kind.START;
            case CALL, ANSWER -> Kind.CALL;
            case START_PROCESS, TERMINATE, KILL, INTERRUPT, SIGNAL -> null;
          };
      if (kind != null) {
        ThingRef about = new ThingRef.Lane(arrow.toLane());
        hands(arrow.fromLane(), arrow.fromTime(), object(kind, i, 0), kind, about);
        takes(arrow.toLane(), arrow.toTime(), object(kind, i, 0), kind, about);
      }
    }
    for (ThreadLane lane : timeline.lanes()) {
      hands(
          lane.index(),
          lane.end(),
          object(Kind.END, lane.index(), 0),
          Kind.END,
          new ThingRef.Lane(lane.index()));
      waits(lane);
    }
  }

  /** Waits for threads and for results, which were there at the latest when they were over. */
  private void waits(ThreadLane lane) {
    Spans spans = lane.spans();
    for (int i = Math.max(0, spans.at(from)); i < spans.size() && !isFull(); i++) {
      long end = spans.end(i);
      if (spans.start(i) > to) {
        return;
      }
      if (end == Timeline.OPEN || spans.object(i) < 0) {
        continue;
      }
      if (spans.state(i) == ThreadState.JOINING && spans.about(i) == Spans.About.LANE) {
        int other = spans.object(i);
        if (timeline.lanes().get(other).end() <= end) {
          takes(lane.index(), end, object(Kind.END, other, 0), Kind.END, new ThingRef.Lane(other));
        }
      } else if (spans.about(i) == Spans.About.TASK && spans.task(i) >= 0) {
        ThingRef about = new ThingRef.Task(spans.object(i), spans.task(i));
        long object = object(Kind.RESULT, spans.object(i), spans.task(i));
        takes(lane.index(), end, object, Kind.RESULT, about);
      }
    }
  }

  /** Who shares a lock takes over from who had it alone, and hands on to who has it alone next. */
  private void lock(LockTrack lock) {
    LockTrack.Holds holds = lock.holds();
    ThingRef about = new ThingRef.Lock(lock.index());
    long alone = object(Kind.LOCK, lock.index(), 0);
    long shared = object(Kind.LOCK, lock.index(), 1);
    for (int i = Math.max(0, holds.at(from)); i < holds.size() && !isFull(); i++) {
      if (holds.start(i) > to) {
        return;
      }
      takes(holds.lane(i), holds.start(i), alone, Kind.LOCK, about);
      if (!holds.shared(i)) {
        takes(holds.lane(i), holds.start(i), shared, Kind.LOCK, about);
      }
      hands(holds.lane(i), holds.end(i), holds.shared(i) ? shared : alone, Kind.LOCK, about);
    }
  }

  private void synchronizer(SynchronizerTrack track) {
    Kind kind =
        switch (track.kind()) {
          case SEMAPHORE -> Kind.PERMIT;
          case LATCH -> Kind.LATCH;
          case BARRIER, PHASER, EXCHANGER -> Kind.BARRIER;
          case FUTEX, UNKNOWN -> null;
        };
    if (kind == null) {
      return;
    }
    ThingRef about = new ThingRef.Synchronizer(track.index());
    long object = object(kind, track.index(), 0);
    boolean counts = kind == Kind.PERMIT;
    for (int i = Math.max(1, track.stepAt(from)); i < track.steps() && !isFull(); i++) {
      boolean up = track.stepLevel(i) > track.stepLevel(i - 1);
      boolean gives = kind == Kind.LATCH ? !up : up;
      if (gives) {
        hands(track.stepLane(i), track.stepTime(i), object, kind, about);
      } else if (counts) {
        takes(track.stepLane(i), track.stepTime(i), object, kind, about);
      }
    }
    for (int i = Math.max(0, track.openingAt(from)); i < track.openings() && !isFull(); i++) {
      SynchronizerTrack.Opening opening = track.opening(i);
      hands(opening.lane(), opening.arrived(), object, kind, about);
      takes(opening.lane(), opening.time(), object, kind, about);
    }
    for (int i = 0; i < track.waits() && !counts && !isFull(); i++) {
      SynchronizerTrack.Wait wait = track.wait(i);
      if (wait.outcome() == SynchronizerTrack.Outcome.WENT_ON) {
        takes(wait.lane(), wait.end(), object, kind, about);
      }
    }
  }

  private void queue(QueueTrack queue) {
    for (int i = 0; i < queue.messages() && !isFull(); i++) {
      QueueTrack.Message message = queue.message(i);
      if (message.put() > to || message.get() < from || message.put() > message.get()) {
        continue;
      }
      ThingRef about = new ThingRef.Message(queue.index(), i);
      long object = object(Kind.MESSAGE, queue.index(), i);
      hands(message.fromLane(), message.put(), object, Kind.MESSAGE, about);
      takes(message.toLane(), message.get(), object, Kind.MESSAGE, about);
    }
  }

  private void pool(PoolTrack pool) {
    for (PoolTrack.Task task : pool.tasks()) {
      if (isFull()) {
        return;
      }
      ThingRef about = new ThingRef.Task(pool.index(), task.index());
      long given = object(Kind.TASK, pool.index(), task.index());
      hands(task.submitter(), task.submitted(), given, Kind.TASK, about);
      takes(task.lane(), task.started(), given, Kind.TASK, about);
      long result = object(Kind.RESULT, pool.index(), task.index());
      hands(task.lane(), task.ended(), result, Kind.RESULT, about);
    }
  }

  private void variable(VariableTrack variable) {
    ThingRef about = new ThingRef.Variable(variable.index());
    long object = object(Kind.VOLATILE, variable.index(), 0);
    for (int i = Math.max(0, variable.at(from)); i < variable.size() && !isFull(); i++) {
      if (variable.time(i) > to) {
        return;
      }
      if (variable.write(i)) {
        hands(variable.lane(i), variable.time(i), object, Kind.VOLATILE, about);
      } else {
        takes(variable.lane(i), variable.time(i), object, Kind.VOLATILE, about);
      }
    }
  }
}

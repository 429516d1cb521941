package interleave.timeline.derive;

import interleave.event.Awaited;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.column.IntBag;

/**
 * Takes the events of all threads and processes in the order of their times, and derives from them
 * what lies between threads. The half of {@link TimelineStore} behind the watermark.
 */
final class Derivation implements Pending.Visitor {
  private final TimelineStore store;
  private final Directory directory;
  private final Tracks tracks;
  private final ArrowMaker arrows;
  private final CarrierDerivation carrying;

  Derivation(TimelineStore store, ArrowMaker arrows) {
    this.store = store;
    this.directory = store.directory;
    this.tracks = store.tracks;
    this.arrows = arrows;
    this.carrying = new CarrierDerivation(directory);
  }

  @Override
  public void visit(Pending.Line next) {
    EventKind kind = next.kind();
    int flags = next.flags();
    int lane = next.lane();
    int thing = next.thing();
    int site = next.site();
    long value = next.value();
    long time = next.time();
    switch (kind) {
      case LOCK_REQUEST,
          LOCK_ACQUIRED,
          LOCK_RELEASED,
          LOCK_ABANDONED,
          OPTIMISTIC_READ,
          OPTIMISTIC_VALIDATED,
          DETAIL_ENDED,
          SUM_HELD,
          SUM_WAITED,
          SUM_OF_HOLDS -> {
        if (thing >= 0) {
          lockEvent(directory.thing(thing), kind, flags, lane, site, value, time);
        }
      }
      case WAIT_BEGIN, WAIT_END, NOTIFY -> {
        if (thing >= 0) {
          lockEvent(directory.thing(thing), kind, flags, lane, site, value, time);
          tracks.wakes.event(kind, flags, lane, thing, (int) value, time);
        }
      }
      case PARK_BEGIN -> tracks.wakes.parked(lane);
      case PARK_END -> tracks.wakes.parkEnded(lane, flags, time);
      case UNPARK -> unparked(lane, sibling(next), time);
      case AWAIT_BEGIN -> awaits(lane, Awaited.of(flags & 0xFF));
      case AWAIT_END -> tracks.wakes.parkEnded(lane, flags, time);
      case SYNC_STATE,
          SYNC_WAIT_BEGIN,
          SYNC_WAIT_END,
          PERMIT_ACQUIRED,
          PERMIT_RELEASED,
          ARRIVED,
          REGISTERED -> {
        if (thing >= 0) {
          meet(directory.thing(thing), kind, flags, lane, site, value, time);
        }
      }
      case PUT_REQUEST,
          PUT,
          PUT_ABANDONED,
          GET_REQUEST,
          GET,
          GET_ABANDONED,
          QUEUE_CAPACITY,
          MESSAGE_SENT -> {
        if (thing >= 0) {
          queueEvent(tracks.queues.of(directory.thing(thing)), next);
        }
      }
      case CALL_BEGIN, SERVE_BEGIN, SERVE_END, CALL_END ->
          tracks.calls.event(kind, lane, site, value, time, next.text());
      case FIELD_READ, FIELD_WRITE -> {
        if (thing >= 0) {
          tracks.access(kind, flags, directory.thing(thing), lane, site, value, time);
        }
      }
      case TASK_SUBMITTED, TASK_STARTED, TASK_ENDED, TASK_DEPENDS -> {
        if (thing >= 0) {
          tracks.pools.of(directory.thing(thing)).event(kind, flags, lane, value, time, next.text());
        }
      }
      case PIPE, IO_BEGIN, IO_END, IO_CLOSED -> {
        if (thing >= 0) {
          pipeEvent(tracks.pipes.of(directory.thing(thing)), next);
        }
      }
      case CARRIER -> carrying.visit(lane, (flags & 0xFF) - 1, (flags >> 8) - 1, thing, time);
      case OUTPUT -> output(next);
      case GIL_HELD, GIL_FREE, GIL_PASSED, GIL_UNSEEN ->
          store.gils.event(kind, directory.processes.get(thing), value, time);
      case LOCAL_SET, LOCAL_GET, LOCAL_REMOVED -> {
        if (thing >= 0 && lane >= 0) {
          store.locals.event(directory.thing(thing), kind, lane, site, time, next.text());
        }
      }
      case THREAD_STARTED -> arrows.threadStarted(lane, sibling(next), time);
      case INTERRUPT -> arrows.interrupted(lane, sibling(next), time);
      case THREAD_END -> endLane(lane, time);
      default -> ofProcess(next, next.process, lane, value, time);
    }
  }

  /** What a loop wakes itself, because it is time or something came, was done by nobody. */
  private void unparked(int by, int lane, long time) {
    boolean task = directory.lanes.get(lane).kind == ThreadLane.Kind.TASK;
    boolean itself = task && by >= 0 && directory.lanes.get(by).kind != ThreadLane.Kind.TASK;
    tracks.wakes.unparked(itself ? -1 : by, lane, time);
  }

  /** Who let a task go on is told by locks, queues and the like themselves. */
  private void awaits(int lane, Awaited what) {
    switch (what) {
      case FUTURE, TASK, TASKS -> tracks.wakes.parked(lane);
      case TURN, SLEEP, RESULT, IO, THING -> tracks.wakes.unparked(-1, lane, 0);
    }
  }

  /** Everything before {@code watermark} has been visited. */
  void settle(long watermark) {
    carrying.settle(watermark);
  }

  /** The lane of the thread that the event speaks about, in the same process. */
  private int sibling(Pending.Line next) {
    return directory.processes.get(next.process).laneOf((int) next.value());
  }

  private void lockEvent(
      InternedObject thing, EventKind kind, int flags, int lane, int site, long value, long time) {
    LockBuilder lock = tracks.lock(thing);
    if (lane >= 0) {
      if (lock.isNew(lane)) {
        directory.lanes.get(lane).locks.add(lock.index);
      }
      lock.event(kind, flags, lane, site, value, time);
      if (kind == EventKind.LOCK_RELEASED && (flags & Flags.ON_BEHALF) != 0) {
        LaneBuilder holder = directory.lanes.get(lane);
        holder.releasedByAnother(thing.index, time);
        directory.changed(holder);
      }
      tracks.changed(lock);
      switch (kind) {
        case LOCK_REQUEST ->
            tracks.deadlocks.requested(lane, lock, (flags & Flags.SHARED) != 0, time);
        case LOCK_ACQUIRED, LOCK_ABANDONED -> tracks.deadlocks.answered(lane, lock.index, time);
        default -> {}
      }
    }
  }

  private void meet(
      InternedObject thing, EventKind kind, int flags, int lane, int site, long value, long time) {
    SynchronizerBuilder synchronizer = tracks.synchronizer(thing);
    if (lane >= 0 && synchronizer.isNew(lane)) {
      directory.lanes.get(lane).synchronizers.add(synchronizer.index);
    }
    synchronizer.event(kind, flags, lane, site, value, time);
  }

  private void queueEvent(QueueBuilder queue, Pending.Line next) {
    int lane = tracks.calls.actor(next.lane());
    int site = tracks.calls.place(next.lane(), next.site());
    queue.event(next.kind(), next.flags(), lane, site, next.value(), next.time(), next.text());
  }

  private void pipeEvent(PipeBuilder pipe, Pending.Line next) {
    long value = next.value();
    if (next.kind() == EventKind.PIPE) {
      pipe.leadsTo(directory.process(value & 0xFFFF_FFFFL).index, value >>> 32, next.time());
    } else {
      pipe.event(next.kind(), next.flags(), next.lane(), next.site(), value, next.time());
    }
  }

  private void ofProcess(Pending.Line next, int process, int lane, long value, long time) {
    String text = next.text();
    switch (next.kind()) {
      case PROCESS_START -> {
        ProcessState self = directory.processes.get(process);
        self.startedAt(time);
        if (self.beginsAgain(text)) {
          endOthers(self, lane, time);
        }
      }
      case PROCESS_EXEC -> {
        ProcessState self = directory.processes.get(process);
        if ((next.flags() & Flags.FAILED) != 0) {
          self.remains();
        } else {
          self.becomes(text == null ? "" : text);
        }
      }
      case PROCESS_RUNTIME ->
          directory.processes.get(process).interpreter =
              new ProcessTrack.Interpreter(
                  text == null ? "" : text,
                  (next.flags() & Flags.FREE_THREADED) != 0,
                  (next.flags() & (Flags.FREE_THREADED | Flags.WITH_GIL)) != Flags.FREE_THREADED);
      case CHILD_METHOD -> {
        ProcessState child = directory.process(value & 0xFFFF_FFFFL);
        child.method = text == null ? "" : text;
        child.daemon = (next.flags() & Flags.DAEMON) != 0;
      }
      case PHASE_BEGIN -> store.phases.begin(process, lane, text == null ? "" : text, value, time);
      case PHASE_END -> store.phases.end(process, time);
      case PROCESS_END -> directory.processes.get(process).lastWord = time;
      case CHILD_START -> {
        ProcessState child = directory.process(value & 0xFFFF_FFFFL);
        child.startedAt(time);
        long parent = value >>> 32; // as the engine saw it; a tracer knows better
        if (parent != 0) {
          child.parentPid = child.parentPid == 0 ? parent : child.parentPid;
        } else if (process >= 0) {
          child.parentPid = directory.processes.get(process).pid;
        }
        if (child.givenName == null && text != null) {
          child.givenName = text;
          child.command = child.command.isEmpty() ? text : child.command;
        }
        if ((next.flags() & Flags.SERVICE) != 0) {
          child.serves(true);
        } else if ((next.flags() & Flags.FORK) != 0 && lane >= 0) {
          child.method = child.method.isEmpty() ? "fork" : child.method;
          child.copy = true;
          int copy = child.laneOf((int) directory.lanes.get(lane).id);
          arrows.forked(lane, process, copy, child.index, time);
        } else {
          arrows.processStarted(lane, process, child.index, time);
        }
      }
      case CHILD_TERMINATE ->
          arrows.terminated(
              lane,
              process,
              directory.process(value).index,
              time,
              (next.flags() & Flags.KILL) != 0);
      case CHILD_EXIT -> {
        ProcessState child = directory.process(value & 0xFFFF_FFFFL);
        if ((next.flags() & Flags.UNSEEN) != 0) {
          if (child.end == Timeline.OPEN) {
            endProcess(child, time);
          }
        } else if (child.exit == null) {
          int code = (int) (value >> 32);
          boolean signal = (next.flags() & Flags.SIGNAL) != 0;
          child.exit =
              new ProcessTrack.Exit(signal ? null : code, signal ? Signals.name(code) : null);
          endProcess(child, time);
        }
      }
      default -> {}
    }
  }

  private void output(Pending.Line next) {
    long pid = next.value();
    int of = pid != 0 ? directory.process(pid).index : next.process;
    boolean stderr = (next.flags() & Flags.STDERR) != 0;
    String text = next.text();
    store.lines.add(
        new OutputTrack.Line(
            store.lines.size(), next.time(), of, next.lane(), stderr, text == null ? "" : text));
    store.lineTimes.add(next.time());
  }

  private void endLane(int lane, long time) {
    if (lane < 0) {
      return;
    }
    tracks.deadlocks.laneEnded(lane, time);
    store.locals.laneEnded(lane, time);
    IntBag locks = directory.lanes.get(lane).locks;
    for (int i = 0; i < locks.size(); i++) {
      LockBuilder lock = tracks.locks.get(locks.get(i));
      lock.laneEnded(lane, time);
      tracks.changed(lock);
    }
    IntBag synchronizers = directory.lanes.get(lane).synchronizers;
    for (int i = 0; i < synchronizers.size(); i++) {
      tracks.synchronizers.get(synchronizers.get(i)).laneEnded(lane, time);
    }
  }

  void endProcess(ProcessState process, long time) {
    process.end = Math.max(time, process.newest);
    store.phases.end(process.index, process.end);
    process.seenLanes.view().forEach(lane -> endWithProcess(lane, process.end));
  }

  private void endWithProcess(int lane, long time) {
    LaneBuilder builder = directory.lanes.get(lane);
    if (builder.end == Timeline.OPEN) {
      int before = builder.state();
      builder.finish(time);
      if (builder.crowd != null && before != CrowdBuilder.GONE) {
        carrying.visit(lane, before, CrowdBuilder.GONE, -1, time);
      }
      directory.changed(builder);
      endLane(lane, time);
      if (builder.process.isPython()) {
        tracks.pools.view().forEach(pool -> pool.workerEnded(lane, time));
      }
    }
  }

  /** Only the thread that called exec goes on, in another program, and holds nothing. */
  private void endOthers(ProcessState process, int survivor, long time) {
    for (int lane : process.seenLanes.view()) {
      LaneBuilder builder = directory.lanes.get(lane);
      if (lane == survivor) {
        endLane(lane, time);
      } else if (builder.newest <= time) {
        endWithProcess(lane, time);
      }
    }
  }
}

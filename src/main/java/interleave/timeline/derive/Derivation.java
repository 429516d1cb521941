package interleave.timeline.derive;

import interleave.event.Awaited;
import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.derive.column.LaneUses;
import interleave.timeline.derive.synchronizer.SynchronizerBuilder;
import interleave.timeline.grammar.EventGrammar;
import interleave.timeline.grammar.Subject;

/**
 * Takes the events of all threads and processes in the order of their times, and derives from them
 * what lies between threads. The half of {@link TimelineStore} behind the watermark.
 */
final class Derivation implements Pending.Visitor {
  private static final long MICROSECOND = 1000;

  private final RunModel model;
  private final Directory directory;
  private final Tracks tracks;
  private final LaneUses locks = new LaneUses();
  private final LaneUses synchronizers = new LaneUses();
  private final LaneCorrections corrections;
  private final CarrierDerivation carrying;
  private final Endings endings;
  private final ProcessDerivation processes;
  private final NativeThreads threads;
  private final PipeEnds ends;

  Derivation(RunModel model) {
    this.model = model;
    this.directory = model.directory;
    this.tracks = model.tracks;
    this.corrections = new LaneCorrections(directory);
    this.carrying = new CarrierDerivation(directory, corrections);
    this.endings = new Endings(model, carrying, corrections, locks, synchronizers);
    this.threads = model.threads;
    this.ends = new PipeEnds(tracks.pipes);
    this.processes = new ProcessDerivation(model, endings);
  }

  @Override
  public void changed(int lane, int from, int to, int carrier, long time) {
    carrying.visit(lane, from, to, carrier, time);
  }

  @Override
  public void event(PendingLine next) {
    EventKind kind = next.kind();
    Subject subject = EventGrammar.of(kind).subject();
    if (subject.isObject() && next.thing() < 0) {
      return;
    }
    switch (subject) {
      case LOCK -> lock(next, kind);
      case CONDITION -> {
        lock(next, kind);
        int condition = (int) next.value();
        tracks.wakes.event(kind, next.flags(), next.lane(), next.thing(), condition, next.time());
      }
      case SYNCHRONIZER -> synchronizer(next);
      case QUEUE -> queue(next);
      case PIPE -> pipe(next);
      case VARIABLE -> tracks.access(next, directory.thing(next.thing()));
      case POOL ->
          tracks
              .pools
              .of(directory.thing(next.thing()))
              .event(kind, next.flags(), next.lane(), next.value(), next.time(), next.text());
      case LOCAL -> local(next);
      case CALL ->
          tracks.calls.event(
              kind, next.lane(), next.site(), next.value(), next.time(), next.text());
      case GIL -> {
        ProcessState process = directory.processes.get(next.thing());
        model.gils.event(kind, process, next.value(), next.time());
      }
      case SAMPLE -> model.samples.event(kind, next.thing(), next.value(), next.time());
      case NATIVE_THREAD -> nativeThread(next);
      case OUTPUT -> output(next);
      case PHASE -> phase(next);
      case THREAD -> thread(next);
      case PROCESS -> {
        gone(next.time());
        processes.event(next);
      }
      case SLICE -> {
        boolean all = (next.flags() & Flags.RUN_WIDE) != 0;
        tracks.slices.wide(all ? -1 : next.process, next.thing(), next.time(), next.text());
      }
      case FLOW -> tracks.slices.flow(kind, next.value(), next.lane(), next.thing(), next.time());
      case COUNTER ->
          tracks
              .counters
              .of(directory.thing(next.thing()))
              .value(next.time(), Double.longBitsToDouble(next.value()));
      case STACK -> stack(next);
      case SEEN -> seen(next);
      case HOST, OBJECT, SITE, NOTE -> throw EventGrammar.unheard(kind);
    }
  }

  /** The run is over, and all has been visited. */
  void finish() {
    model.seen.close();
    threads.last();
    endings.run();
    threads.finish();
  }

  /** Everything before {@code watermark} has been visited. */
  void settle(long watermark) {
    carrying.settle(watermark);
    threads.settle(watermark);
    gone(Math.min(watermark, model.newest));
  }

  /** Whose threads are gone without a word has ended, unless its process ends with it. */
  private void gone(long known) {
    for (NativeThreads.Gone each : threads.gone(known)) {
      endings.gone(each.lane(), each.time(), known);
    }
  }

  /** What the system says; who is a zombie has no threads any more. */
  private void nativeThread(PendingLine next) {
    LaneBuilder lane = threads.event(next);
    if (lane != null && lane.system != null) {
      carrying.sampled(lane, lane.system.shown(), next.time());
    }
    ProcessState process = directory.processes.get(next.thing());
    if (process.died != Timeline.OPEN) {
      endings.threadsOf(process, process.lanesEnd());
    }
  }

  private void thread(PendingLine next) {
    int lane = next.lane();
    long time = next.time();
    switch (next.kind()) {
      case THREAD_STARTED -> model.arrows.threadStarted(lane, sibling(next), time);
      case INTERRUPT -> model.arrows.interrupted(lane, sibling(next), time);
      case THREAD_END -> endings.lane(lane, time);
      case PARK_BEGIN -> tracks.wakes.parked(lane);
      case PARK_END, AWAIT_END -> tracks.wakes.parkEnded(lane, next.flags(), time);
      case UNPARK -> unparked(lane, sibling(next), time);
      case WAIT_LIMIT -> tracks.deadlocks.limits(lane, next.thing());
      case AWAIT_BEGIN -> awaits(lane, Awaited.of(next.flags() & 0xFF));
      default -> throw EventGrammar.unheard(next.kind());
    }
  }

  /** The lane of the thread that the event speaks about, in the same process. */
  private int sibling(PendingLine next) {
    return directory.lane(directory.processes.get(next.process), (int) next.value()).index;
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

  private void lock(PendingLine next, EventKind kind) {
    LockBuilder lock = tracks.lock(directory.thing(next.thing()));
    int lane = next.lane();
    if (lane < 0) {
      return;
    }
    int flags = next.flags();
    long time = next.time();
    if (lock.isNew(lane)) {
      locks.add(lane, lock.index);
    }
    if (kind == EventKind.LOCK_RELEASED && (flags & Flags.ON_BEHALF) != 0) {
      lane = lock.heldInsteadOf(lane);
    }
    lock.event(kind, flags, lane, next.site(), next.value(), time);
    tracks.changed(lock);
    if (kind == EventKind.LOCK_REQUEST) {
      boolean shared = (flags & Flags.SHARED) != 0;
      tracks.deadlocks.requested(lane, lock, next.thing(), shared, time);
    } else if (kind == EventKind.LOCK_ACQUIRED || kind == EventKind.LOCK_ABANDONED) {
      tracks.deadlocks.answered(lane, lock.index, time);
    } else if (kind == EventKind.LOCK_RELEASED && (flags & Flags.ON_BEHALF) != 0) {
      corrections.releasedByAnother(lane, next.thing(), time);
    }
  }

  private void synchronizer(PendingLine next) {
    SynchronizerBuilder synchronizer = tracks.synchronizer(directory.thing(next.thing()));
    int lane = next.lane();
    if (lane >= 0 && synchronizer.isNew(lane)) {
      synchronizers.add(lane, synchronizer.index);
    }
    synchronizer.event(next.kind(), next.flags(), lane, next.site(), next.value(), next.time());
  }

  private void queue(PendingLine next) {
    QueueBuilder queue = tracks.queues.of(directory.thing(next.thing()));
    int lane = tracks.calls.actor(next.lane());
    int site = tracks.calls.place(next.lane(), next.site());
    queue.event(
        next.kind(),
        next.flags(),
        lane,
        site,
        next.value(),
        next.time(),
        next.text(),
        this::unsure);
  }

  /** By how much the times of two lanes may be off against each other. */
  private long unsure(int lane, int other, long time) {
    return lane < 0 || other < 0 ? 0 : model.hosts.between(host(lane), host(other), time);
  }

  private int host(int lane) {
    return directory.lanes.get(lane).process.host();
  }

  private void pipe(PendingLine next) {
    long value = next.value();
    boolean leads = next.kind() == EventKind.PIPE;
    int child = leads ? directory.process(next.host, value).index : -1;
    if (leads && child == next.process) {
      ends.has(directory.thing(next.thing()), value >>> 32, next.time());
      return;
    }
    if (ends.holds(next)) {
      return;
    }
    PipeBuilder pipe = tracks.pipes.of(directory.thing(next.thing()));
    if (leads) {
      pipe.leadsTo(child, value >>> 32, next.time());
    } else {
      pipe.event(next.kind(), next.flags(), next.lane(), next.site(), value, next.time());
    }
  }

  private void local(PendingLine next) {
    if (next.lane() >= 0) {
      InternedObject thing = directory.thing(next.thing());
      model.locals.event(thing, next.kind(), next.lane(), next.site(), next.time(), next.text());
    }
  }

  private void phase(PendingLine next) {
    String name = next.text() == null ? "" : next.text();
    if (next.kind() == EventKind.PHASE_BEGIN) {
      model.phases.begin(next.process, next.lane(), name, next.value(), next.time());
    } else {
      model.phases.end(next.process, next.time());
    }
  }

  private void seen(PendingLine next) {
    int lane = next.lane();
    if (lane < 0) {
      return;
    }
    LaneBuilder of = directory.lanes.get(lane);
    if (next.kind() == EventKind.SEEN_HOLDING) {
      if (next.thing() >= 0) {
        model.seen.held(lane, next.thing(), next.site(), next.time());
      }
      return;
    }
    if (next.thing() >= 0 && !of.service && directory.thing(next.thing()).isLock()) {
      tracks.lock(directory.thing(next.thing())).seen++;
    }
    int owner = (int) next.value();
    model.seen.seen(
        of.process.index,
        lane,
        next.flags(),
        next.thing(),
        owner == 0 ? -1 : directory.lane(of.process, owner).index,
        next.site(),
        model.stacks.stack(of.process.index, (int) (next.value() >>> 32)),
        next.time(),
        next.text());
  }

  /** Who looks from outside knows a thread by what its runtime calls it. */
  private void stack(PendingLine next) {
    ProcessState process = directory.processes.get(next.process);
    LaneBuilder lane = model.gils.known(process, next.value(), next.time());
    if (lane != null) {
      long weight = next.site() * MICROSECOND;
      model.stacks.seen(lane.index, next.thing(), next.flags(), weight, next.time());
    }
  }

  private void output(PendingLine next) {
    long pid = next.value();
    int process = pid != 0 ? directory.process(next.host, pid).index : next.process;
    boolean stderr = (next.flags() & Flags.STDERR) != 0;
    String text = next.text();
    model.output.add(next.time(), process, next.lane(), stderr, text == null ? "" : text);
  }
}

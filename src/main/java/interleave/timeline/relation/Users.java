package interleave.timeline.relation;

import interleave.timeline.Deadlock;
import interleave.timeline.LockTrack;
import interleave.timeline.PipeTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Which threads used each thing that threads share. */
final class Users {
  private static final int OFTEN = 4_096;

  private final Timeline timeline;
  private final BooleanSupplier stop;
  private final Map<ThingRef, BitSet> users = new LinkedHashMap<>();

  private Users(Timeline timeline, BooleanSupplier stop) {
    this.timeline = timeline;
    this.stop = stop;
  }

  /**
   * By lane.
   *
   * @param stop asked now and then, ends it early
   */
  static Map<ThingRef, BitSet> of(Timeline timeline, BooleanSupplier stop) {
    Users made = new Users(timeline, stop);
    made.look();
    return made.users;
  }

  private void look() {
    for (LockTrack lock : timeline.locks()) {
      ThingRef thing = new ThingRef.Lock(lock.index());
      lock.owners().forEach(owner -> add(thing, owner.lane()));
    }
    timeline.queues().forEach(this::look);
    timeline.variables().forEach(this::look);
    timeline.pools().forEach(this::look);
    timeline.synchronizers().forEach(this::look);
    timeline.pipes().forEach(this::look);
    timeline.deadlocks().forEach(this::look);
    timeline.lanes().forEach(this::waits);
  }

  private void look(QueueTrack queue) {
    ThingRef thing = new ThingRef.Queue(queue.index());
    for (int i = 0; i < queue.messages() && goesOn(i); i++) {
      QueueTrack.Message message = queue.message(i);
      add(thing, message.fromLane());
      add(thing, message.toLane());
    }
  }

  private void look(VariableTrack variable) {
    ThingRef thing = new ThingRef.Variable(variable.index());
    for (int i = 0; i < variable.size() && goesOn(i); i++) {
      add(thing, variable.lane(i));
    }
  }

  private void look(PoolTrack pool) {
    ThingRef thing = new ThingRef.Pool(pool.index());
    pool.workers().forEach(worker -> add(thing, worker.lane()));
    for (int i = 0; i < pool.tasks().size() && goesOn(i); i++) {
      PoolTrack.Task task = pool.tasks().get(i);
      add(thing, task.submitter());
      add(thing, task.lane());
    }
  }

  private void look(SynchronizerTrack synchronizer) {
    ThingRef thing = new ThingRef.Synchronizer(synchronizer.index());
    for (int i = 0; i < synchronizer.steps() && goesOn(i); i++) {
      add(thing, synchronizer.stepLane(i));
    }
    for (int i = 0; i < synchronizer.waits() && goesOn(i); i++) {
      add(thing, synchronizer.wait(i).lane());
    }
  }

  private void look(PipeTrack pipe) {
    ThingRef thing = new ThingRef.Pipe(pipe.index());
    for (int i = 0; i < pipe.transfers() && goesOn(i); i++) {
      add(thing, pipe.transfer(i).lane());
    }
  }

  private void look(Deadlock deadlock) {
    deadlock.members().forEach(each -> add(new ThingRef.Lock(each.lock()), each.lane()));
  }

  /** Who waits to the end for what it never got. */
  private void waits(ThreadLane lane) {
    Spans spans = lane.spans();
    int last = spans.size() - 1;
    if (last < 0 || spans.object(last) < 0) {
      return;
    }
    int object = spans.object(last);
    switch (spans.about(last)) {
      case LOCK -> add(new ThingRef.Lock(object), lane.index());
      case SYNCHRONIZER -> add(new ThingRef.Synchronizer(object), lane.index());
      case QUEUE -> add(new ThingRef.Queue(object), lane.index());
      case NOTHING, LANE, PROCESS, FUNCTION, PIPE, TASK, POOL, TURN, FUTURE, TASKS, CALL -> {}
    }
  }

  private boolean goesOn(int i) {
    return i % OFTEN != 0 || !stop.getAsBoolean();
  }

  private void add(ThingRef thing, int lane) {
    if (lane >= 0) {
      users.computeIfAbsent(thing, _ -> new BitSet()).set(lane);
    }
  }
}

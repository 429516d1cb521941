package interleave.timeline.layout;

import interleave.timeline.Deadlock;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.List;

/**
 * The moment of a run at which a still picture tells most: an update that is being lost, a
 * deadlock, a lock held while another waits, a message on its way, a task that waits while all
 * workers are busy.
 */
public final class InitialPlayhead {
  private static final int SAMPLE = 2_000;
  private static final int MOST_LOCALS = 100;

  private InitialPlayhead() {}

  /** Within the run; while all threads live where nothing in particular happens. */
  public static long of(Timeline timeline) {
    for (VariableTrack variable : timeline.variables()) {
      if (variable.lostUpdates() > 0) {
        return variable.time(variable.lostUpdate(0).overwrite());
      }
    }
    for (Deadlock deadlock : timeline.deadlocks()) {
      if (!deadlock.resolved()) {
        return deadlock.since() + (Math.min(deadlock.end(), timeline.now()) - deadlock.since()) / 2;
      }
    }
    long best = Timeline.OPEN;
    for (LockTrack lock : timeline.locks()) {
      best = best == Timeline.OPEN ? contended(lock) : best;
    }
    for (QueueTrack queue : timeline.queues()) {
      best = best == Timeline.OPEN ? underway(queue) : best;
    }
    for (PoolTrack pool : timeline.pools()) {
      best = best == Timeline.OPEN ? waiting(pool) : best;
    }
    best = best == Timeline.OPEN ? ownValues(timeline) : best;
    return best == Timeline.OPEN ? together(timeline) : best;
  }

  /** Where a thread-local is read while most threads have a value in theirs. */
  private static long ownValues(Timeline timeline) {
    List<LocalTrack> some =
        timeline.locals().subList(0, Math.min(MOST_LOCALS, timeline.locals().size()));
    long best = Timeline.OPEN;
    long most = 0;
    for (LocalTrack local : some) {
      if (local.reads() > 0) {
        long time = local.read(0);
        long have = some.stream().filter(each -> each.currentAt(time) >= 0).count();
        best = have > most ? time : best;
        most = Math.max(most, have);
      }
    }
    return best;
  }

  /** While all threads live, or else half-way through. */
  private static long together(Timeline timeline) {
    long from = timeline.start();
    long to = timeline.now();
    for (int index : timeline.foremostLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      if (!lane.service()) {
        from = Math.max(from, lane.start());
        to = Math.min(to, lane.end());
      }
    }
    boolean ever = from < to;
    long start = ever ? from : timeline.start();
    return start + ((ever ? to : timeline.now()) - start) / 2;
  }

  /** Shortly before a lock was handed over to one that had waited longest. */
  private static long contended(LockTrack lock) {
    LockTrack.Holds holds = lock.holds();
    int best = -1;
    for (int i = 0; i < Math.min(SAMPLE, holds.size()); i++) {
      if (holds.waited(i) > 0 && (best < 0 || holds.waited(i) > holds.waited(best))) {
        best = i;
      }
    }
    return best < 0 ? Timeline.OPEN : holds.start(best) - holds.waited(best) / 3;
  }

  /** In the middle of the message that was longest on its way. */
  private static long underway(QueueTrack queue) {
    long time = Timeline.OPEN;
    long longest = 0;
    for (int i = 0; i < Math.min(SAMPLE, queue.messages()); i++) {
      QueueTrack.Message message = queue.message(i);
      boolean done = message.put() != Timeline.OPEN && message.get() != Timeline.OPEN;
      if (done && message.get() - message.put() > longest) {
        longest = message.get() - message.put();
        time = message.put() + longest / 2;
      }
    }
    return time;
  }

  /** Shortly before the task that had to wait longest was taken up. */
  private static long waiting(PoolTrack pool) {
    long time = Timeline.OPEN;
    long longest = 0;
    for (PoolTrack.Task task : pool.tasks()) {
      boolean begun = task.started() != Timeline.OPEN && task.submitted() != Timeline.OPEN;
      if (begun && task.started() - task.submitted() > longest) {
        longest = task.started() - task.submitted();
        time = task.started() - longest / 20;
      }
    }
    return time;
  }
}

package interleave.view.inspector;

import interleave.timeline.Deadlock;
import interleave.timeline.LocalTrack;
import interleave.timeline.LockTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.QueueTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.Comparator;
import java.util.Optional;

/** What to speak of while nothing is selected: what the run is about. */
public final class Interest {
  private Interest() {}

  /**
   * A deadlock, the first variable with lost updates, a phase whose speed is compared, else the
   * lock waited for longest, a queue's message at the playhead, a value of a thread-local, a pool.
   */
  public static Optional<ThingRef> of(Timeline timeline, long playhead) {
    for (Deadlock deadlock : timeline.deadlocks()) {
      if (!deadlock.isPassing()) {
        return Optional.of(new ThingRef.Deadlock(deadlock.index()));
      }
    }
    for (VariableTrack variable : timeline.variables()) {
      if (variable.lostUpdates() > 0) {
        return Optional.of(new ThingRef.Variable(variable.index()));
      }
    }
    Optional<ThingRef> phase = phase(timeline, playhead);
    if (phase.isPresent()) {
      return phase;
    }
    Optional<LockTrack> lock =
        timeline.locks().stream()
            .filter(track -> track.contended() > 0)
            .max(Comparator.comparingLong(LockTrack::waitNs));
    if (lock.isPresent()) {
      return Optional.of(new ThingRef.Lock(lock.get().index()));
    }
    for (QueueTrack queue : timeline.queues()) {
      return Optional.of(message(queue, playhead));
    }
    for (LocalTrack local : timeline.locals()) {
      int i = local.currentAt(playhead);
      if (i >= 0) {
        return Optional.of(new ThingRef.Local(local.index(), local.from(i)));
      }
    }
    if (!timeline.pools().isEmpty()) {
      return Optional.of(new ThingRef.Pool(0));
    }
    if (!timeline.variables().isEmpty()) {
      return Optional.of(new ThingRef.Variable(0));
    }
    return timeline.processes().isEmpty() ? Optional.empty() : Optional.of(new ThingRef.Process(0));
  }

  /** The phase at the playhead, or the last one, where their speeds are compared. */
  private static Optional<ThingRef> phase(Timeline timeline, long playhead) {
    ThingRef found = null;
    for (ProgramPhase phase : timeline.phases()) {
      boolean compared = phase.first() >= 0 && phase.first() != phase.index();
      if (compared && (phase.start() <= playhead || found == null)) {
        found = new ThingRef.Phase(phase.index());
      }
    }
    return Optional.ofNullable(found);
  }

  private static ThingRef message(QueueTrack queue, long playhead) {
    int next = queue.firstPutAt(playhead + 1);
    return next > 0
        ? new ThingRef.Message(queue.index(), next - 1)
        : new ThingRef.Queue(queue.index());
  }
}

package interleave.timeline;

import interleave.event.SeenState;
import java.util.List;

/**
 * What threads were seen doing at single moments, as of thread dumps: nothing is told of what lies
 * between two of them. In order of time.
 */
public interface Sightings {
  Sightings NONE = new NoSightings();

  int size();

  Sighting get(int i);

  /** Indices of those of a lane. */
  List<Integer> ofLane(int lane);

  /** Indices of those in which a thread waits for that lock. */
  List<Integer> waitingFor(int lock);

  /** How many wanted a lock at a moment, or waited to be notified by that monitor. */
  default int waitingAt(int lock, long time, boolean notified) {
    int count = 0;
    for (int i : waitingFor(lock)) {
      Sighting each = get(i);
      count += each.time() == time && notified == (each.state() == SeenState.WAITING) ? 1 : 0;
    }
    return count;
  }

  /** The locks that threads were seen to hold; in order of time. */
  Held held(int i);

  List<Integer> heldBy(int lane);

  List<Integer> holdsOf(int lock);

  /** The moments at which a process was looked at. */
  List<Moment> moments();

  /**
   * A thread at one moment.
   *
   * @param lock index of the lock it waits for, -1 where it waits for none, or for what has no row
   * @param thing what that is called, or what else it waits for; empty where that is not told
   * @param owner the lane that has it by the file's word, or -1
   * @param timed whether the wait has a limit
   * @param gil whether it had its interpreter's lock
   * @param site index of the place where it was
   * @param stack index into the stacks of the timeline, -1 for none
   * @param moment index of its moment
   */
  record Sighting(
      int lane,
      long time,
      SeenState state,
      boolean timed,
      boolean gil,
      int lock,
      String thing,
      int owner,
      int site,
      int stack,
      int moment) {
    /** Whether it wants what another may have. */
    public boolean wants() {
      return state == SeenState.BLOCKED || state == SeenState.PARKED;
    }
  }

  /**
   * A lock that a lane had.
   *
   * @param lock its index, -1 where it has no row
   * @param site index of the place where it was taken, 0 where that is not told
   */
  record Held(int lane, int lock, String thing, long time, int site) {}

  /**
   * All threads of a process were looked at.
   *
   * @param label as the file says when it was; empty where it does not
   * @param threads how many there were
   */
  record Moment(long time, int process, String label, int threads) {}

  /** What a lane held at the moment of a sighting. */
  default List<Held> heldAt(Sighting seen) {
    return heldBy(seen.lane()).stream()
        .map(this::held)
        .filter(held -> held.time() == seen.time())
        .toList();
  }

  /** Who had a lock at a moment, -1 where nobody was seen to. */
  default int holderAt(int lock, long time) {
    if (lock >= 0) {
      for (int i : holdsOf(lock)) {
        Held held = held(i);
        if (held.time() == time) {
          return held.lane();
        }
      }
    }
    return -1;
  }

  /** Whether all that is known of a lock is that threads were seen with it. */
  default boolean areAllOf(LockTrack lock) {
    boolean used = lock.acquires() > 0 || lock.allContended() > 0;
    return !used && (!waitingFor(lock.index()).isEmpty() || !holdsOf(lock.index()).isEmpty());
  }

  /** Who has what that thread waits for: by the file's word, or since it was seen to hold it. */
  default int ownerOf(Sighting seen) {
    return seen.owner() >= 0 ? seen.owner() : holderAt(seen.lock(), seen.time());
  }
}

package interleave.timeline.range;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import java.util.List;

/**
 * How a lock was used within a range.
 *
 * <ul>
 *   <li>It was <i>acquired</i> in the range where a thread got it then that did not have it.
 *   <li>A thread <i>waited</i> from its request on until it got it or gave up, where another had it
 *       meanwhile; of that counts what lies in the range. A wait that goes on counts up to now.
 *   <li><i>Contended</i> is how many such waits went on in the range, at some time of it.
 *   <li>It was <i>held</i> as long as each hold together lies in the range; those who share it
 *       count each.
 * </ul>
 *
 * Of holds that were summed up, as there were too many to record, a slice that lies partly in the
 * range counts in proportion.
 *
 * @param owners who held it within the range, who held it longest first
 */
public record LockUse(
    LockTrack lock,
    long acquires,
    long contended,
    long waitedNs,
    long longestWaitNs,
    long heldNs,
    List<LockTrack.Owner> owners) {

  public static LockUse of(Inquiry asked, LockTrack lock) {
    return asked.isWhole()
        ? whole(asked.timeline(), lock)
        : new LockWalk(lock, asked.range(), asked.timeline().now(), asked.patience()).use();
  }

  private static LockUse whole(Timeline timeline, LockTrack lock) {
    long now = timeline.now();
    return new LockUse(
        lock,
        lock.acquires(),
        lock.allContended(),
        lock.waitNs(now),
        lock.longestWaitNs(now),
        lock.holdNs(now),
        lock.owners(now));
  }

  public boolean isUsed() {
    return acquires > 0 || contended > 0 || heldNs > 0;
  }
}

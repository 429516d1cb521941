package interleave.timeline;

import java.util.List;

/**
 * A ring of threads of which each waits for a lock that the next one holds, and the last for one of
 * the first.
 *
 * @param members in the order in which they wait for each other
 * @param since when the last of them began to wait, and the ring closed
 * @param end when it came to an end, {@link Timeline#OPEN} while it lasts
 * @param resolved whether a member went on, having got its lock after all or given up; if not, only
 *     the end of a member's process was the end of it
 */
public record Deadlock(int index, List<Member> members, long since, long end, boolean resolved) {
  public Deadlock {
    members = List.copyOf(members);
  }

  /** Waits for {@code lock}, which the next member holds, since {@code since}. */
  public record Member(int lane, int lock, long since) {}

  public boolean lastsAt(long time) {
    return since <= time && time < end;
  }

  public boolean hasLane(int lane) {
    return members.stream().anyMatch(member -> member.lane() == lane);
  }

  public boolean hasLock(int lock) {
    return members.stream().anyMatch(member -> member.lock() == lock);
  }

  /** The lane that holds what {@code member} waits for. */
  public int holder(int member) {
    return members.get((member + 1) % members.size()).lane();
  }
}

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
 * @param seen the moments at which it was seen, as in thread dumps, between which nothing is told
 *     of it; empty where it was there all the time
 */
public record Deadlock(
    int index,
    Certainty certainty,
    List<Member> members,
    long since,
    long end,
    boolean resolved,
    List<Long> seen) {
  public Deadlock {
    members = List.copyOf(members);
    seen = List.copyOf(seen);
  }

  /** One that was there all the time. */
  public Deadlock(
      int index,
      Certainty certainty,
      List<Member> members,
      long since,
      long end,
      boolean resolved) {
    this(index, certainty, members, since, end, resolved, List.of());
  }

  /** Whether the ring keeps its members from going on. */
  public enum Certainty {
    /** Each waits without a limit for a lock that only who holds it may release. */
    FOR_EVER,
    /** Some lock in it may be released by whoever wants to. */
    UNLESS_RELEASED,
    /** Some wait in it ends by itself. */
    FOR_A_WHILE
  }

  /**
   * Waits for {@code lock}, which the next member holds, since {@code since}.
   *
   * @param behind whether the next member does not hold it, but waits to have it alone, and is
   *     before this one, which wants to share it
   */
  public record Member(int lane, int lock, long since, boolean behind) {}

  /** Whether it came apart, or comes apart by itself. */
  public boolean isPassing() {
    return resolved || certainty == Certainty.FOR_A_WHILE;
  }

  /** The same at another index. */
  public Deadlock at(int other) {
    return new Deadlock(other, certainty, members, since, end, resolved, seen);
  }

  /** Whether it is known to be there then. */
  public boolean lastsAt(long time) {
    return seen.isEmpty() ? since <= time && time < end : seen.contains(time);
  }

  public boolean hasLane(int lane) {
    return members.stream().anyMatch(member -> member.lane() == lane);
  }

  public boolean hasLock(int lock) {
    return members.stream().anyMatch(member -> member.lock() == lock);
  }

  /** The lane that {@code member} waits for: it holds the lock, or waits for it before. */
  public int holder(int member) {
    return members.get((member + 1) % members.size()).lane();
  }
}

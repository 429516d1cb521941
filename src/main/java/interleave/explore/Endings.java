package interleave.explore;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a program ended, and how often each.
 *
 * @param groups those with the fewest preemptions first, then those with the shortest schedule
 * @param more further endings, for which there was no room
 * @param losing runs of all endings in which an update was lost, see {@link Losses}: the shortest
 *     of them, and how many there were; empty where there was none
 * @param orders how many orders were gone through in all, equivalent ones too; empty where it was
 *     not counted
 */
public record Endings(
    List<Group> groups, long more, Optional<Group> losing, Optional<BigInteger> orders) {

  /**
   * Runs that ended in the same way.
   *
   * @param times how many runs did; of a search of all orders, no two of them are equivalent
   * @param orders how many orders lead here, equivalent ones too; empty where it was not counted
   * @param preemptions the fewest of an order that leads here
   * @param schedule the shortest with so many
   * @param trace of a run that ended so
   */
  public record Group(
      Ending ending,
      long times,
      Optional<BigInteger> orders,
      int preemptions,
      List<ThreadId> schedule,
      Trace trace) {
    public Group {
      schedule = List.copyOf(schedule);
    }

    /** The same, which came about so often. */
    public Group times(long other) {
      return new Group(ending, other, orders, preemptions, schedule, trace);
    }
  }

  public Endings {
    groups =
        groups.stream()
            .sorted(
                Comparator.comparingInt(Group::preemptions)
                    .thenComparingInt(group -> group.schedule().size()))
            .toList();
  }
}

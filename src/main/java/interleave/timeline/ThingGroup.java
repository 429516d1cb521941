package interleave.timeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All things of one sort in one process. While they are few each is drawn; of many only those that
 * matter first are, and the group tells how many were in use, and waited for, when. What that costs
 * does not depend on how many there are.
 */
public interface ThingGroup {
  /** So many of a process are still drawn one by one. */
  int FEW = 12;

  /** Of more than that so many are drawn while they are folded. */
  int FIRST = 5;

  /** What there may be many of, and what is counted of them: an amount each. */
  enum Sort {
    /** How many were held, and how many of those waited for. */
    LOCK(2),
    /** How many were taken, shut or half met, and how many were waited at. */
    SYNCHRONIZER(2),
    /** How often any was read and written, and how many updates were lost. */
    VARIABLE(3),
    /** How many had a task that ran, and one that waited. */
    POOL(2),
    /** How many had something in them, and how many were full. */
    QUEUE(2),
    /** How many were open. */
    PIPE(1),
    /** How many slices began in rows that are no thread's. */
    TRACK(1),
    /** How often any had another value. */
    COUNTER(1),
    /** How many lived. */
    PROCESS(1);

    private final int amounts;

    Sort(int amounts) {
      this.amounts = amounts;
    }

    /** How many different things are counted. */
    public int amounts() {
      return amounts;
    }

    /** Whether amounts are how often something happened, rather than how many are in a state. */
    public boolean happens() {
      return this == VARIABLE || this == TRACK || this == COUNTER;
    }
  }

  /** In the list of all groups; the same for as long as the timeline lives. */
  int index();

  Sort sort();

  /** Of which process they are, -1 for what several share. */
  int process();

  /** Indices of all in the timeline's list of that sort, in the order in which they came. */
  List<Integer> members();

  /** Those that matter most, these first; some hundreds at most. */
  List<Integer> prominent();

  /** Each amount at {@code time}: how many are in that state, or how often it had happened. */
  int[] counts(long time);

  /**
   * Each amount in [from, to): the mean number in that state, or how often it happened.
   *
   * @param to later than {@code from}
   */
  double[] amounts(long from, long to);

  /** How many were in the first state at the same time at most. */
  int most();

  /** Whether they are too many to be drawn one by one. */
  default boolean isMany() {
    return members().size() > FEW;
  }

  /** The first {@code most} of them: those that matter most, then those that came first. */
  default List<Integer> first(int most) {
    return first(prominent(), members(), most);
  }

  /** The first {@code most} of {@code all}, of which some are to come before the others. */
  static List<Integer> first(List<Integer> before, List<Integer> all, int most) {
    if (before.size() >= most) {
      return before.subList(0, most);
    }
    Set<Integer> first = new LinkedHashSet<>(before);
    for (int i = 0; i < all.size() && first.size() < most; i++) {
      first.add(all.get(i));
    }
    return List.copyOf(first);
  }
}

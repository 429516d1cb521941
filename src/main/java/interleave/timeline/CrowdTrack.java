package interleave.timeline;

import java.util.List;

/**
 * Threads of one process that are too many to be drawn one by one: its virtual threads, or the
 * platform threads beyond the first. Tells how many of them were in which state when; costs do not
 * depend on how many there are.
 */
public interface CrowdTrack {
  /** So many threads of a crowd are still drawn one by one, as if there were no crowd. */
  int FEW = 12;

  int index();

  int process();

  /** Whether these are virtual threads, or tasks of event loops. */
  boolean virtual();

  /** Whether these are tasks of event loops. */
  boolean tasks();

  /** Its threads, in the order in which they began. */
  List<Integer> lanes();

  /** Those that waited longest, these first; some hundreds at most. */
  List<Integer> prominent();

  /** The threads that carry it, where it is virtual. */
  List<Integer> carriers();

  /** How many lived at the same time at most. */
  int most();

  /** How many of them are in {@code state} at {@code time}. */
  int count(ThreadState state, long time);

  /**
   * The mean number of threads in each state in [from, to), by its ordinal.
   *
   * @param to later than {@code from}
   */
  double[] means(long from, long to);

  /** How many live at {@code time}. */
  default int alive(long time) {
    int alive = 0;
    for (ThreadState state : ThreadState.values()) {
      alive += count(state, time);
    }
    return alive;
  }

  /** The first {@code most} of its lanes: those that waited longest, then those that came first. */
  default List<Integer> first(int most) {
    return ThingGroup.first(prominent(), lanes(), most);
  }

  /** Whether its threads are drawn one by one. */
  default boolean few() {
    return lanes().size() <= FEW;
  }
}

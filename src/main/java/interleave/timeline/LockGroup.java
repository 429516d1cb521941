package interleave.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The locks of one process.
 *
 * @param process -1 for locks that several processes share
 * @param locks indices of all, in the order in which they were first seen
 * @param prominent those that were waited for longest, these first; some hundreds at most
 */
public record LockGroup(int process, List<Integer> locks, List<Integer> prominent) {

  /** So many locks of a process are still drawn one by one. */
  public static final int FEW = 12;

  /** Whether they are too many to be drawn one by one. */
  public boolean isMany() {
    return locks.size() > FEW;
  }

  /** All locks by process, for timelines that do not keep book of that. */
  static List<LockGroup> of(List<LockTrack> locks) {
    Map<Integer, List<Integer>> byProcess = new TreeMap<>();
    for (LockTrack lock : locks) {
      byProcess.computeIfAbsent(lock.process(), _ -> new ArrayList<>()).add(lock.index());
    }
    List<LockGroup> groups = new ArrayList<>();
    byProcess.forEach(
        (process, all) ->
            groups.add(
                new LockGroup(
                    process,
                    all,
                    all.stream()
                        .sorted(Comparator.comparingLong(i -> -locks.get(i).waitNs()))
                        .toList())));
    return groups;
  }
}

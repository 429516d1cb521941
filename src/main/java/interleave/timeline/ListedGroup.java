package interleave.timeline;

import interleave.timeline.ThingGroup.Sort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** A group of which only the members are known, for timelines that do not keep book of more. */
record ListedGroup(
    int index, Sort sort, int process, List<Integer> members, List<Integer> prominent)
    implements ThingGroup {

  /** All things by sort and process. */
  static List<ThingGroup> of(Timeline timeline) {
    List<ThingGroup> groups = new ArrayList<>();
    groups.add(new ProcessGroup(timeline.processes()));
    List<LockTrack> locks = timeline.locks();
    add(groups, Sort.LOCK, locks.size(), i -> locks.get(i).process(), _ -> true);
    List<SynchronizerTrack> met = timeline.synchronizers();
    add(groups, Sort.SYNCHRONIZER, met.size(), i -> met.get(i).process(), _ -> true);
    List<VariableTrack> variables = timeline.variables();
    add(groups, Sort.VARIABLE, variables.size(), i -> variables.get(i).process(), _ -> true);
    add(groups, Sort.POOL, timeline.pools().size(), _ -> -1, _ -> true);
    add(groups, Sort.QUEUE, timeline.queues().size(), _ -> -1, _ -> true);
    List<PipeTrack> pipes = timeline.pipes();
    add(
        groups,
        Sort.PIPE,
        pipes.size(),
        i -> pipes.get(i).process(),
        i -> pipes.get(i).bytes() > 0);
    List<SliceTrack> rows = timeline.slices();
    add(groups, Sort.TRACK, rows.size(), i -> rows.get(i).process(), i -> rows.get(i).lane() < 0);
    List<CounterTrack> counters = timeline.counterTracks();
    add(groups, Sort.COUNTER, counters.size(), i -> counters.get(i).process(), _ -> true);
    return groups;
  }

  private static void add(
      List<ThingGroup> to, Sort sort, int size, IntUnaryOperator process, IntPredicate member) {
    Map<Integer, List<Integer>> byProcess = new TreeMap<>(Comparator.naturalOrder());
    for (int i = 0; i < size; i++) {
      if (member.test(i)) {
        byProcess.computeIfAbsent(process.applyAsInt(i), _ -> new ArrayList<>()).add(i);
      }
    }
    byProcess.forEach(
        (of, members) -> to.add(new ListedGroup(to.size(), sort, of, members, List.of())));
  }

  @Override
  public int[] counts(long time) {
    return new int[sort.amounts()];
  }

  @Override
  public double[] amounts(long from, long to) {
    return new double[sort.amounts()];
  }

  @Override
  public int most() {
    return 0;
  }
}

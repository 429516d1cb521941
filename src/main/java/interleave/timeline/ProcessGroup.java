package interleave.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The processes of a program, the first of all groups. Of many those matter first that ended badly,
 * then the one that started the others.
 *
 * @param processes all there are
 */
public record ProcessGroup(
    List<ProcessTrack> processes, List<Integer> members, List<Integer> prominent)
    implements ThingGroup {

  public ProcessGroup(List<ProcessTrack> processes) {
    this(processes, members(processes));
  }

  /** Some of them. */
  public static ProcessGroup of(List<ProcessTrack> processes, List<Integer> members) {
    List<Integer> begun =
        members.stream()
            .map(processes::get)
            .sorted(Comparator.comparingLong(ProcessTrack::start))
            .map(ProcessTrack::index)
            .toList();
    return new ProcessGroup(processes, begun);
  }

  private ProcessGroup(List<ProcessTrack> processes, List<Integer> members) {
    this(processes, members, prominent(processes, members));
  }

  /** Those that serve a library only have a place of their own. */
  private static List<Integer> members(List<ProcessTrack> processes) {
    return processes.stream()
        .filter(process -> !process.origin().service())
        .sorted(Comparator.comparingLong(ProcessTrack::start))
        .map(ProcessTrack::index)
        .toList();
  }

  private static List<Integer> prominent(List<ProcessTrack> processes, List<Integer> members) {
    List<Integer> roots = new ArrayList<>();
    List<Integer> failed = new ArrayList<>();
    for (int index : members) {
      ProcessTrack process = processes.get(index);
      if (process.parent() < 0) {
        roots.add(index);
      } else if (isBad(process)) {
        failed.add(index);
      }
    }
    List<Integer> first = new ArrayList<>(roots.subList(0, Math.min(FIRST - 1, roots.size())));
    first.addAll(failed.subList(0, Math.min(FIRST, failed.size())));
    return first;
  }

  private static boolean isBad(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    return exit != null && (exit.signal() != null || exit.code() != null && !exit.code().equals(0));
  }

  @Override
  public int index() {
    return 0;
  }

  @Override
  public Sort sort() {
    return Sort.PROCESS;
  }

  @Override
  public int process() {
    return -1;
  }

  @Override
  public int[] counts(long time) {
    int alive = 0;
    for (int index : members) {
      ProcessTrack process = processes.get(index);
      alive += process.start() <= time && time < process.end() ? 1 : 0;
    }
    return new int[] {alive};
  }

  @Override
  public double[] amounts(long from, long to) {
    double lived = 0;
    for (int index : members) {
      ProcessTrack process = processes.get(index);
      lived += Math.max(0, Math.min(to, process.end()) - Math.max(from, process.start()));
    }
    return new double[] {lived / (to - from)};
  }

  /** Beginnings come in their order, and so do ends: they are gone through together. */
  @Override
  public int most() {
    long[] ends =
        members.stream()
            .map(processes::get)
            .mapToLong(process -> Math.max(process.start(), process.end()))
            .sorted()
            .toArray();
    int most = 0;
    int ended = 0;
    for (int begun = 1; begun <= members.size(); begun++) {
      long time = processes.get(members.get(begun - 1)).start();
      while (ended < ends.length && ends[ended] <= time) {
        ended++;
      }
      most = Math.max(most, begun - ended);
    }
    return most;
  }
}

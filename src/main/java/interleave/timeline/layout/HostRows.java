package interleave.timeline.layout;

import interleave.timeline.HostTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingGroup;
import interleave.timeline.Timeline;
import interleave.timeline.layout.RowSource.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which machines have a row, and which of the processes on them. While processes are few all have
 * one. Of many the machines are folded but for the one that has the recording; of an opened one
 * those show first that ended badly, and of very many machines those on which one did.
 *
 * <pre>
 *   ▾ here            Parent
 *   ▾ lab-1           Worker 1
 *                     Worker 2
 *                     and 98 more
 *   ▸ lab-2
 *   and 95 more machines
 * </pre>
 */
public final class HostRows {
  public static final String NAME = "host";

  /** In place of a machine's index: the list of all. */
  public static final int ALL = 1 << 20;

  private HostRows() {}

  /** Where the row of a machine stands, and behind all of its processes. */
  public static Place header(int host) {
    return new Place(host, process(host), RowSource.Position.HEADER);
  }

  /** Where it says how many more processes there are on it, or more machines. */
  public static Place more(int host) {
    return new Place(host, process(host), RowSource.Position.BETWEEN);
  }

  /** In place of a process, for the layout. */
  static int process(int host) {
    return Place.PROCESSES - 1 - host;
  }

  /** The machines that have a row: all of a few, of many those that matter first. */
  public static List<Integer> shown(Timeline timeline, Folds folds) {
    List<HostTrack> hosts = timeline.hosts();
    if (hosts.size() <= ThingGroup.FEW) {
      return hosts.stream().map(HostTrack::index).toList();
    }
    Set<Integer> shown = new LinkedHashSet<>();
    shown.add(0);
    int most = most(folds, ALL);
    hosts.stream()
        .filter(host -> hasFailed(timeline, host))
        .limit(most)
        .forEach(host -> shown.add(host.index()));
    for (int i = 1; i < hosts.size() && shown.size() < most; i++) {
      shown.add(i);
    }
    for (int process : folds.pinned(FoldRows.PROCESS)) {
      if (process < timeline.processes().size()) {
        shown.add(timeline.processes().get(process).host());
      }
    }
    for (int host : folds.pinned(NAME)) {
      if (host < hosts.size()) {
        shown.add(host);
      }
    }
    return shown.stream().sorted().toList();
  }

  private static boolean hasFailed(Timeline timeline, HostTrack host) {
    return host.processes().stream().anyMatch(index -> isBad(timeline.processes().get(index)));
  }

  private static boolean isBad(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    return exit != null && (exit.signal() != null || exit.code() != null && exit.code() != 0);
  }

  /** Whether processes of it show. */
  public static boolean isOpen(Timeline timeline, Folds folds, int host) {
    return folds.isOpened(NAME, host) != opensByItself(timeline, host);
  }

  private static boolean opensByItself(Timeline timeline, int host) {
    int all = timeline.hosts().stream().mapToInt(each -> each.processes().size()).sum();
    return host == 0 || all <= ThingGroup.FEW;
  }

  /** How many processes of it have no row, though it is open; how many machines have none. */
  public static int hidden(Timeline timeline, Folds folds, int host) {
    if (host == ALL) {
      return timeline.hosts().size() - shown(timeline, folds).size();
    }
    int all = timeline.hosts().get(host).processes().size();
    return isOpen(timeline, folds, host) ? all - first(timeline, folds, host).size() : 0;
  }

  /** How many processes an opened machine shows, or how many machines, by what was asked for. */
  public static int most(Folds folds, int host) {
    return folds.pages(NAME, host) > 0 ? Paging.shown(folds, NAME, host) / 4 : ThingGroup.FIRST;
  }

  private static List<Integer> first(Timeline timeline, Folds folds, int host) {
    List<Integer> all = timeline.hosts().get(host).processes();
    if (all.size() <= ThingGroup.FEW) {
      return all;
    }
    Comparator<ProcessTrack> badFirst = Comparator.comparing(process -> !isBad(process));
    return all.stream()
        .map(timeline.processes()::get)
        .sorted(badFirst.thenComparingLong(ProcessTrack::start))
        .limit(most(folds, host))
        .map(ProcessTrack::index)
        .toList();
  }

  static Set<Integer> hiddenProcesses(Timeline timeline, Folds folds) {
    Set<Integer> hidden = new HashSet<>();
    timeline.hosts().forEach(host -> hidden.addAll(host.processes()));
    for (int host : shown(timeline, folds)) {
      if (isOpen(timeline, folds, host)) {
        first(timeline, folds, host).forEach(hidden::remove);
      }
    }
    folds.pinned(FoldRows.PROCESS).forEach(hidden::remove);
    return hidden;
  }

  /** The rows that say how many more there are. */
  public static List<Place> more(Timeline timeline, Folds folds) {
    List<Place> places = new ArrayList<>();
    for (int host : shown(timeline, folds)) {
      HostTrack track = timeline.hosts().get(host);
      if (isOpen(timeline, folds, host) && track.processes().size() > ThingGroup.FEW) {
        places.add(more(host));
      }
    }
    if (timeline.hosts().size() > ThingGroup.FEW) {
      places.add(more(ALL));
    }
    return places;
  }
}

package interleave.timeline.layout;

import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.Timeline;
import interleave.timeline.layout.RowSource.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Which things have a row of their own: all of a few; of many those that matter first, below a row
 * for all of them, and more when one asks for them.
 *
 * <pre>
 *   ▸ 500 locks       the group
 *     Lock balance    what matters first
 *     Lock stock
 *     and 498 more
 * </pre>
 */
public final class FoldRows {
  /** What the rows of groups are called, and those of processes. */
  public static final String GROUP = "group";

  public static final String PROCESS = "process";

  /** Of more than so many no names are looked at, which would take part of each frame. */
  public static final int MOST_NAMES = 20_000;

  public static final int MOST_WANTED = 200;

  private FoldRows() {}

  /** The rows of things of that sort; {@code place} is where one of a few has its own. */
  public static List<Place> things(
      Timeline timeline, Folds folds, Sort sort, String kind, IntFunction<Place> place) {
    List<Place> places = new ArrayList<>();
    for (ThingGroup group : timeline.groups()) {
      if (group.sort() == sort && !group.isMany() && folds.leading().equals(kind)) {
        leading(timeline, group).forEach(each -> places.add(inside(group, place.apply(each))));
      } else if (group.sort() == sort && !group.isMany()) {
        group.members().forEach(thing -> places.add(place.apply(thing)));
      } else if (group.sort() == sort) {
        shown(timeline, group, folds, kind).forEach(thing -> places.add(beside(group, thing)));
      }
    }
    return places;
  }

  /** Those that matter most first, once nothing changes that any more. */
  private static List<Integer> leading(Timeline timeline, ThingGroup group) {
    return timeline.live() ? group.members() : group.first(ThingGroup.FEW);
  }

  /** What only one process has is below its threads and not behind all else that it has. */
  private static Place inside(ThingGroup group, Place place) {
    boolean own = group.process() >= 0 && group.process() == place.process();
    return own ? Place.inside(place.index(), place.process()) : place;
  }

  /** Below that process, or last where several share it. */
  public static Place inside(int thing, int process) {
    return Place.inside(thing, process < 0 ? Place.LAST : process);
  }

  /** Where a row stands that belongs to a group of many. */
  private static Place beside(ThingGroup group, int index) {
    int home = group.process() < 0 ? Place.LAST : group.process();
    return switch (group.sort()) {
      case LOCK, SYNCHRONIZER, VARIABLE, TRACK, COUNTER -> Place.inside(index, home);
      case POOL, QUEUE, PIPE -> Place.between(index, home);
      case PROCESS -> Place.between(index, Place.PROCESSES);
    };
  }

  /** The rows of groups themselves, and of how many more there are. */
  public static List<Place> groups(Timeline timeline, Sort sort) {
    List<Place> places = new ArrayList<>();
    for (ThingGroup group : timeline.groups()) {
      if (group.sort() == sort && group.isMany() && !isByHosts(timeline, sort)) {
        places.add(beside(group, group.index()));
      }
    }
    return places;
  }

  /** Processes fold by the machines that they are on, where these are several. */
  private static boolean isByHosts(Timeline timeline, Sort sort) {
    return sort == Sort.PROCESS && !timeline.hosts().isEmpty();
  }

  /** Those of many that have a row; what was looked for comes last, so that nothing else moves. */
  public static Set<Integer> shown(Timeline timeline, ThingGroup group, Folds folds, String kind) {
    Set<Integer> shown = new LinkedHashSet<>(group.first(most(group, folds)));
    for (int thing : folds.pinned(kind)) {
      if (isMember(timeline, group, thing)) {
        shown.add(thing);
      }
    }
    wanted(timeline, group, folds).forEach(shown::add);
    return shown;
  }

  /** Those that the user has chosen to see, by name or by what they have to do with. */
  private static List<Integer> wanted(Timeline timeline, ThingGroup group, Folds folds) {
    RowChoice choice = folds.rows();
    return !choice.hides() || group.members().size() > MOST_NAMES
        ? List.of()
        : group.members().stream()
            .filter(i -> isWanted(timeline, choice, group.sort(), i))
            .limit(MOST_WANTED)
            .toList();
  }

  private static boolean isWanted(Timeline timeline, RowChoice choice, Sort sort, int index) {
    return choice.shows(RowNames.thing(sort, index), RowNames.of(timeline, sort, index));
  }

  /** Processes that serve a library only are in no group, though all are asked for in one. */
  private static boolean isMember(Timeline timeline, ThingGroup group, int thing) {
    return group.sort() == Sort.PROCESS
        ? group.members().contains(thing)
        : timeline.groupOf(group.sort(), thing) == group.index();
  }

  /** The processes of which nothing shows, since they are among too many. */
  public static Set<Integer> hiddenProcesses(Timeline timeline, Folds folds) {
    if (!timeline.hosts().isEmpty()) {
      return HostRows.hiddenProcesses(timeline, folds);
    }
    ThingGroup all = timeline.groups().isEmpty() ? null : timeline.groups().getFirst();
    if (all == null || all.sort() != Sort.PROCESS || !all.isMany()) {
      return Set.of();
    }
    Set<Integer> hidden = new HashSet<>(all.members());
    hidden.removeAll(shown(timeline, all, folds, PROCESS));
    return hidden;
  }

  private static int most(ThingGroup group, Folds folds) {
    return isOpened(folds, group.index())
        ? Paging.shown(folds, GROUP, group.index())
        : ThingGroup.FIRST;
  }

  public static boolean isOpened(Folds folds, int group) {
    return folds.isOpened(GROUP, group);
  }

  /** What is folded when that thing is to have a row. */
  public static Folds reveal(Timeline timeline, Folds folds, Sort sort, String kind, int thing) {
    int index = timeline.groupOf(sort, thing);
    if (index < 0) {
      return folds;
    }
    ThingGroup group = timeline.groups().get(index);
    Folds shown = revealProcess(timeline, folds, group.process());
    return group.isMany() ? shown.pin(kind, thing) : shown;
  }

  /** The same for a process, which has to show for anything within it to do so. */
  public static Folds revealProcess(Timeline timeline, Folds folds, int process) {
    return hiddenProcesses(timeline, folds).contains(process) ? folds.pin(PROCESS, process) : folds;
  }
}

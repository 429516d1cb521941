package interleave.timeline.track;

import interleave.timeline.LockGroup;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Paging;
import interleave.timeline.layout.RowSource.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which locks have a row: all of a few; of many those that were waited for longest, and more when
 * one asks for them.
 */
final class LockRows {
  /** The list of the locks of a process, as it is opened. */
  static final String OPENED = "locks";

  private LockRows() {}

  static List<Place> places(Timeline timeline, Folds folds) {
    List<Place> places = new ArrayList<>();
    for (LockGroup group : timeline.lockGroups()) {
      for (int lock : shown(timeline, group, folds)) {
        places.add(Place.inside(lock, home(group)));
      }
    }
    return places;
  }

  private static int home(LockGroup group) {
    return group.process() < 0 ? Place.LAST : group.process();
  }

  private static List<Integer> shown(Timeline timeline, LockGroup group, Folds folds) {
    if (!group.isMany()) {
      return group.locks().stream().filter(lock -> used(timeline, lock)).toList();
    }
    int most = most(group, folds);
    Set<Integer> shown = new LinkedHashSet<>();
    for (int lock : folds.pinned(LockBand.NAME)) {
      if (lock < timeline.locks().size()
          && timeline.locks().get(lock).process() == group.process()) {
        shown.add(lock);
      }
    }
    add(timeline, group.prominent(), most, shown);
    add(timeline, group.locks(), most, shown);
    return List.copyOf(shown);
  }

  private static void add(Timeline timeline, List<Integer> from, int most, Set<Integer> to) {
    for (int i = 0; i < from.size() && to.size() < most; i++) {
      if (used(timeline, from.get(i))) {
        to.add(from.get(i));
      }
    }
  }

  private static boolean used(Timeline timeline, int lock) {
    return timeline.locks().get(lock).acquires() > 0;
  }

  private static int most(LockGroup group, Folds folds) {
    return folds.isOpened(OPENED, home(group))
        ? Paging.shown(folds, OPENED, home(group))
        : LockGroup.FEW;
  }

  static List<Place> more(Timeline timeline, Folds folds) {
    List<Place> places = new ArrayList<>();
    for (LockGroup group : timeline.lockGroups()) {
      if (group.isMany()) {
        places.add(Place.inside(home(group), home(group)));
      }
    }
    return places;
  }

  /** How many locks of the process with that index have no row. */
  static int hidden(Timeline timeline, int process, Folds folds) {
    for (LockGroup group : timeline.lockGroups()) {
      if (home(group) == process) {
        return group.locks().size() - shown(timeline, group, folds).size();
      }
    }
    return 0;
  }

  /** Whether that lock belongs to a process that has more than are shown. */
  static boolean isOneOfMany(Timeline timeline, int lock) {
    if (lock >= timeline.locks().size()) {
      return false;
    }
    int process = timeline.locks().get(lock).process();
    return timeline.lockGroups().stream()
        .anyMatch(group -> group.process() == process && group.isMany());
  }
}

package interleave.timeline.layout;

import interleave.timeline.CrowdTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.layout.RowSource.Place;
import interleave.timeline.layout.RowSource.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which threads have a lane of their own.
 *
 * <pre>
 *   main                     plain
 *   ▾ 10 000 virtual threads the crowd
 *     ForkJoinPool-1-…       its carriers
 *     virtual 71             who waited longest, when it is opened
 *     virtual 80
 *     and 9 998 more
 * </pre>
 */
public final class CrowdRows {
  /** What the rows of crowds are called, and those of lanes. */
  public static final String NAME = "crowd";

  public static final String LANE = "lane";

  /** So many carriers show while their crowd is folded. */
  private static final int FEW_CARRIERS = 8;

  private CrowdRows() {}

  /** Lanes of threads that stand for themselves, and of crowds that are none yet. */
  public static List<Place> plain(Timeline timeline, Folds folds) {
    List<Place> places = new ArrayList<>();
    for (ThreadLane lane : made(timeline)) {
      if (!lane.service() || folds.services().contains(lane.process())) {
        places.add(Place.inside(lane.index(), lane.process()));
      }
    }
    for (CrowdTrack crowd : timeline.crowds()) {
      if (crowd.few()) {
        crowd.lanes().forEach(lane -> places.add(Place.inside(lane, crowd.process())));
        carriers(crowd, folds, places);
      }
    }
    return places;
  }

  /**
   * The plain lanes as their threads were made, which is how the program speaks of them: which one
   * began to run first is chance.
   */
  public static List<ThreadLane> made(Timeline timeline) {
    List<ThreadLane> lanes = new ArrayList<>();
    timeline.plainLanes().forEach(lane -> lanes.add(timeline.lanes().get(lane)));
    lanes.sort(Comparator.comparingLong(ThreadLane::id).thenComparing(ThreadLane::start));
    return lanes;
  }

  /** Lanes below the row of a crowd. */
  public static List<Place> ofCrowds(Timeline timeline, Folds folds, boolean virtual) {
    List<Place> places = new ArrayList<>();
    for (CrowdTrack crowd : timeline.crowds()) {
      if (crowd.virtual() == virtual && !crowd.few()) {
        carriers(crowd, folds, places);
        List<Integer> shown = shown(timeline, crowd, folds);
        if (!areEven(timeline, shown)) {
          shown.forEach(lane -> places.add(Place.inside(lane, crowd.process())));
        }
      }
    }
    return places;
  }

  /** The same where lanes are as high as each other, so that there may be a million. */
  public static List<Stretch> stretches(
      Timeline timeline, Folds folds, boolean virtual, double each) {
    List<Stretch> stretches = new ArrayList<>();
    for (CrowdTrack crowd : timeline.crowds()) {
      if (crowd.virtual() == virtual && !crowd.few()) {
        List<Integer> shown = shown(timeline, crowd, folds);
        if (!shown.isEmpty() && areEven(timeline, shown)) {
          stretches.add(new Stretch(shown, crowd.process(), each));
        }
      }
    }
    return stretches;
  }

  /**
   * Whether neither slices nor values of thread-locals show below any of them, of very many in any
   * case.
   */
  private static boolean areEven(Timeline timeline, List<Integer> shown) {
    return timeline.locals().isEmpty() && timeline.slices().isEmpty() || shown.size() > Paging.MOST;
  }

  /** Threads that run tasks of event loops are in a row of their own already. */
  private static void carriers(CrowdTrack crowd, Folds folds, List<Place> places) {
    if (crowd.tasks()) {
      return;
    }
    boolean opened = folds.isOpened(NAME, crowd.index());
    int count = Math.min(crowd.carriers().size(), opened ? Paging.FIRST : FEW_CARRIERS);
    for (int carrier : crowd.carriers().subList(0, count)) {
      places.add(Place.inside(carrier, crowd.process()));
    }
  }

  private static List<Integer> shown(Timeline timeline, CrowdTrack crowd, Folds folds) {
    Set<Integer> first = new LinkedHashSet<>();
    for (int lane : folds.pinned(LANE)) {
      if (lane < timeline.lanes().size() && timeline.crowdOf(lane) == crowd.index()) {
        first.add(lane);
      }
    }
    if (folds.rows().hides() && crowd.lanes().size() <= FoldRows.MOST_NAMES) {
      crowd.lanes().stream()
          .filter(lane -> isWanted(timeline, folds, lane))
          .limit(FoldRows.MOST_WANTED)
          .forEach(first::add);
    }
    if (!folds.isOpened(NAME, crowd.index())) {
      return List.copyOf(first);
    }
    int most = Paging.shownOfAll(folds, NAME, crowd.index());
    int size = (int) Math.min(crowd.lanes().size(), (long) most + first.size());
    List<Integer> prominent = crowd.prominent();
    first.addAll(prominent.subList(0, Math.min(most, prominent.size())));
    return new Foremost(first, crowd.lanes(), timeline::placeInCrowd, size);
  }

  private static boolean isWanted(Timeline timeline, Folds folds, int lane) {
    return folds.rows().shows(new ThingRef.Lane(lane), RowNames.lane(timeline, lane));
  }

  /** How many of the crowd's threads have no lane. */
  public static int hidden(Timeline timeline, int index, Folds folds) {
    CrowdTrack crowd = timeline.crowds().get(index);
    return crowd.lanes().size() - shown(timeline, crowd, folds).size();
  }

  /** The row below an opened crowd that tells how many more there are. */
  public static List<Place> more(Timeline timeline, Folds folds, boolean virtual) {
    List<Place> places = new ArrayList<>();
    for (CrowdTrack crowd : timeline.crowds()) {
      boolean opened = folds.isOpened(NAME, crowd.index());
      if (crowd.virtual() == virtual && !crowd.few() && opened) {
        places.add(Place.inside(crowd.index(), crowd.process()));
      }
    }
    return places;
  }
}

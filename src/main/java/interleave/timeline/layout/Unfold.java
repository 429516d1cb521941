package interleave.timeline.layout;

import interleave.timeline.LockGroup;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.hit.Hit;
import org.jspecify.annotations.Nullable;

/** What opens when one asks to see more: by a click at a note, or by looking for a thing. */
public final class Unfold {
  /** The rows of a crowd. */
  public static final String CROWD = "crowd";

  /** The rows of the locks of a process. */
  public static final String LOCKS = "locks";

  private Unfold() {}

  /** After a click at a crowd's triangle or at a note that there is more. */
  public static Folds click(Folds folds, Hit hit) {
    int index = hit.index() < 0 ? -1 - hit.index() : hit.index();
    boolean fewer = hit.index() < 0;
    return switch (hit.part()) {
      case CROWD -> folds.toggleOpened(CROWD, index);
      case MORE_LANES -> fewer ? folds.firstPage(CROWD, index) : folds.morePages(CROWD, index);
      case MORE_LOCKS ->
          fewer || !folds.isOpened(LOCKS, index)
              ? folds.firstPage(LOCKS, index).toggleOpened(LOCKS, index)
              : folds.morePages(LOCKS, index);
      default -> folds;
    };
  }

  /** So that {@code thing}, which may be one of very many, has a row. */
  public static Folds reveal(Timeline timeline, Folds folds, @Nullable ThingRef thing) {
    return switch (thing) {
      case ThingRef.Lane(int lane) -> lane(timeline, folds, lane);
      case ThingRef.Span(int lane, long _) -> lane(timeline, folds, lane);
      case ThingRef.Lock(int lock) -> lock(timeline, folds, lock);
      case ThingRef.Hold(int lock, long _) -> lock(timeline, folds, lock);
      case ThingRef.HoldSum(int lock, long _) -> lock(timeline, folds, lock);
      case null, default -> folds;
    };
  }

  private static Folds lane(Timeline timeline, Folds folds, int lane) {
    return lane < timeline.lanes().size() && timeline.crowdOf(lane) >= 0
        ? folds.pin("lane", lane)
        : folds;
  }

  private static Folds lock(Timeline timeline, Folds folds, int lock) {
    if (lock >= timeline.locks().size()) {
      return folds;
    }
    int process = timeline.locks().get(lock).process();
    for (LockGroup group : timeline.lockGroups()) {
      if (group.process() == process && group.isMany()) {
        return folds.pin("lock", lock);
      }
    }
    return folds;
  }
}

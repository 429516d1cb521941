package interleave.timeline.statistics;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import java.util.Comparator;
import java.util.List;

/** How locks were used; those that were waited for longest come first. */
public final class LockSheet {
  private LockSheet() {}

  public static Sheet of(Timeline timeline) {
    List<List<String>> rows =
        timeline.locks().stream()
            .sorted(
                Comparator.comparingLong((LockTrack lock) -> lock.waitNs(timeline.now()))
                    .reversed())
            .limit(Sheet.MOST)
            .map(lock -> row(lock, timeline.now()))
            .toList();
    List<String> columns = List.of("lock", "acquired", "contended", "waited", "longest", "held");
    return Sheet.of(30, "locks", columns, rows);
  }

  private static List<String> row(LockTrack lock, long now) {
    return List.of(
        lock.name(),
        Durations.count(lock.acquires()),
        Durations.count(lock.allContended()),
        Durations.show(lock.waitNs(now)),
        Durations.show(lock.longestWaitNs(now)),
        Durations.show(lock.holdNs(now)));
  }
}

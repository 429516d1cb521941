package interleave.lesson;

import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How many readers read at the same time at most, with a lock or without. */
final class ReadersAtOnce implements Evaluation {
  /** That many readers more, or fewer. */
  record Change(long time, int by) {}

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Optional<LockTrack> busiest =
        timeline.locks().stream()
            .filter(lock -> lock.acquires() > 0 || lock.optimisticReads() > 0)
            .max(Comparator.comparingLong(lock -> lock.acquires() + lock.optimisticReads()));
    long readers =
        timeline.lanes().stream().filter(lane -> lane.name().startsWith("Reader-")).count();
    if (busiest.isEmpty() || readers == 0) {
      return Optional.empty();
    }
    LockTrack lock = busiest.get();
    int most = Math.max(1, most(lock, timeline.now()));
    String answer = most >= readers && readers > 1 ? "all" : most == 1 ? "single" : "some";
    int vain = 0;
    for (int i = 0; i < lock.optimisticReads(); i++) {
      vain += lock.optimisticRead(i).vain() ? 1 : 0;
    }
    String said =
        lock.optimisticReads() > 0
            ? words.get("reveal.optimistic", most, lock.optimisticReads(), vain)
            : words.count("reveal.shared", lock.contended(), most);
    return Optional.of(new Reveal(answer, said));
  }

  private static int most(LockTrack lock, long now) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < lock.holds().size(); i++) {
      if (lock.holds().shared(i)) {
        changes.add(new Change(lock.holds().start(i), 1));
        changes.add(new Change(Math.min(now, lock.holds().end(i)), -1));
      }
    }
    for (int i = 0; i < lock.optimisticReads(); i++) {
      LockTrack.OptimisticRead read = lock.optimisticRead(i);
      changes.add(new Change(read.start(), 1));
      changes.add(new Change(Math.min(now, read.end()), -1));
    }
    return most(changes);
  }

  /** How many there were at most. */
  static int most(List<Change> changes) {
    changes.sort(Comparator.comparingLong(Change::time).thenComparingInt(Change::by));
    int at = 0;
    int most = 0;
    for (Change change : changes) {
      at += change.by();
      most = Math.max(most, at);
    }
    return most;
  }
}

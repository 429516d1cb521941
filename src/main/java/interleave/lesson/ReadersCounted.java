package interleave.lesson;

import interleave.timeline.LockTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many readers read at the same time at most, where they have no lock meanwhile: they count
 * themselves in and out, each time for a moment under the lock, and read between two holds. Where
 * they sleep while they have it, it is a plain lock, and one reads at a time.
 */
final class ReadersCounted implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    List<ThreadLane> readers =
        timeline.lanes().stream().filter(lane -> lane.name().startsWith("Reader-")).toList();
    Optional<LockTrack> lock =
        timeline.locks().stream()
            .filter(each -> each.acquires() > 0)
            .max(Comparator.comparingLong(LockTrack::acquires));
    if (readers.isEmpty() || lock.isEmpty()) {
      return Optional.empty();
    }
    List<ReadersAtOnce.Change> changes = new ArrayList<>();
    readers.forEach(reader -> count(reader, timeline.now(), changes));
    int most = Math.max(1, ReadersAtOnce.most(changes));
    String answer =
        most >= readers.size() && readers.size() > 1 ? "all" : most == 1 ? "single" : "some";
    return Optional.of(
        new Reveal(answer, words.count("reveal.counted", lock.get().contended(), most)));
  }

  private static void count(ThreadLane reader, long now, List<ReadersAtOnce.Change> changes) {
    Spans holds = reader.holds();
    for (int i = 0; i < holds.size() && !sleepsIn(reader, holds, i); i += 2) {
      if (holds.end(i) < now) {
        changes.add(new ReadersAtOnce.Change(holds.end(i), 1));
        long out = i + 1 < holds.size() ? holds.start(i + 1) : now;
        changes.add(new ReadersAtOnce.Change(out, -1));
      }
    }
  }

  private static boolean sleepsIn(ThreadLane lane, Spans holds, int hold) {
    return lane.spans().nanosIn(ThreadState.SLEEPING, holds.start(hold), holds.end(hold)) > 0;
  }
}

package interleave.lesson;

import interleave.timeline.Deadlock;
import interleave.timeline.LockTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether two who need the same two locks could go on. */
final class RingOfTwo implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    for (Deadlock deadlock : timeline.deadlocks()) {
      if (!deadlock.isPassing()) {
        String ring = Explanation.sentence(timeline, new ThingRef.Deadlock(deadlock.index()));
        String after = TimeText.duration(deadlock.since() - timeline.start());
        return Optional.of(new Reveal("stuck", words.get("reveal.stuck", ring, after)));
      }
    }
    List<LockTrack> locks =
        timeline.locks().stream()
            .filter(lock -> lock.acquires() > 0)
            .sorted(Comparator.comparingLong(LockTrack::acquires))
            .toList();
    boolean ended = timeline.processes().stream().allMatch(it -> it.end() != Timeline.OPEN);
    if (locks.size() < 2 || !ended) {
      return Optional.empty();
    }
    // Whoever eats has had both; what was taken more often than the other was given back.
    long back = locks.getLast().acquires() - locks.getFirst().acquires();
    if (back > 0) {
      return Optional.of(new Reveal("slow", words.count("reveal.slow", back)));
    }
    long waits = locks.stream().mapToLong(LockTrack::contended).sum();
    return Optional.of(new Reveal("finish", words.count("reveal.finish", waits)));
  }
}

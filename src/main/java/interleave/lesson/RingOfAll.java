package interleave.lesson;

import interleave.timeline.Deadlock;
import interleave.timeline.LockTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether all who sat at the table could eat. */
final class RingOfAll implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    long meals =
        IntStream.range(0, timeline.output().size())
            .filter(i -> timeline.output().line(i).text().endsWith(" eats."))
            .count();
    for (Deadlock deadlock : timeline.deadlocks()) {
      if (!deadlock.isPassing()) {
        String after = TimeText.duration(deadlock.since() - timeline.start());
        return Optional.of(new Reveal("stuck", words.get("reveal.stuck", meals, after)));
      }
    }
    if (meals == 0 || timeline.processes().getFirst().end() == Timeline.OPEN) {
      return Optional.empty();
    }
    long waits = timeline.locks().stream().mapToLong(LockTrack::contended).sum();
    long longest = timeline.locks().stream().mapToLong(LockTrack::longestWaitNs).max().orElse(0);
    return Optional.of(
        new Reveal("full", words.count("reveal.full", waits, meals, TimeText.duration(longest))));
  }
}

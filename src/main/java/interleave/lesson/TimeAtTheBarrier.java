package interleave.lesson;

import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Kind;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Optional;

/** Which part of their race runners stood at the barrier, waiting for the slowest. */
final class TimeAtTheBarrier implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Optional<SynchronizerTrack> found =
        timeline.synchronizers().stream()
            .filter(track -> track.kind() == Kind.BARRIER && track.openings() > 0)
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    SynchronizerTrack barrier = found.get();
    int runners = barrier.totalAt(timeline.now());
    long began = start(timeline);
    long raced = barrier.opening(barrier.openings() - 1).time() - began;
    double share = (double) barrier.waitNs() / Math.max(1, raced * runners);
    String answer = share < 0.15 ? "little" : share < 0.5 ? "some" : "most";
    return Optional.of(
        new Reveal(
            answer,
            words.count(
                "reveal.stood",
                barrier.openings(),
                Math.round(share * 100),
                TimeText.duration(barrier.longestWaitNs()))));
  }

  /** When the starting shot fell. */
  private static long start(Timeline timeline) {
    return timeline.synchronizers().stream()
        .filter(track -> track.kind() == Kind.LATCH && track.openings() > 0)
        .mapToLong(track -> track.opening(0).time())
        .min()
        .orElse(timeline.start());
  }
}

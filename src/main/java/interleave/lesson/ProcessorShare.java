package interleave.lesson;

import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of the time in which threads wanted to run they had a processor. */
final class ProcessorShare implements Evaluation {
  /** Who computed less than that has only been set up. */
  private static final long LEAST_NS = 5_000_000;

  /** The rest of the machine has something to do, too. */
  private static final double NEARLY_ALL = 0.85;

  private static final double NOT_HALF = 0.5;

  /** A thread that computed. */
  private record Computing(long ran, long ready) {
    double share() {
      return (double) ran / (ran + ready);
    }
  }

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    List<ThreadLane> workers =
        timeline.lanes().stream()
            .filter(lane -> lane.index() > 0 && !lane.service() && lane.spans().sampled())
            .filter(lane -> computing(timeline, lane).ran >= LEAST_NS)
            .toList();
    if (workers.isEmpty()) {
      return Optional.empty();
    }
    long begin = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    long ran = 0;
    long ready = 0;
    double least = 1;
    double most = 0;
    for (ThreadLane lane : workers) {
      Computing of = computing(timeline, lane);
      begin = Math.min(begin, lane.start());
      end = Math.max(end, Math.min(lane.end(), timeline.now()));
      ran += of.ran;
      ready += of.ready;
      least = Math.min(least, of.share());
      most = Math.max(most, of.share());
    }
    double share = (double) ran / (ran + ready);
    String answer =
        share >= NEARLY_ALL ? "all" : most >= NEARLY_ALL && least < NOT_HALF ? "some" : "part";
    String atOnce = String.format(Locale.ROOT, "%.1f", (double) ran / Math.max(1, end - begin));
    return Optional.of(
        new Reveal(
            answer,
            words.get(
                "reveal." + answer,
                workers.size(),
                percent(share),
                percent(least),
                percent(most),
                atOnce)));
  }

  private static Computing computing(Timeline timeline, ThreadLane lane) {
    Spans spans = lane.spans();
    long end = Math.min(lane.end(), timeline.now());
    return new Computing(
        spans.nanosIn(ThreadState.RUNNING, lane.start(), end),
        spans.nanosIn(ThreadState.READY, lane.start(), end));
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}

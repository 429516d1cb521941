package interleave.lesson;

import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Optional;

/** Who waited longer for a queue: those who put, or those who take. */
final class BackPressure implements Evaluation {
  /** Nobody would call less than this share of the run waiting. */
  private static final double HARDLY = 0.05;

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    if (timeline.queues().isEmpty() || timeline.queues().getFirst().gets() == 0) {
      return Optional.empty();
    }
    long puts = 0;
    long gets = 0;
    for (ThreadLane lane : timeline.lanes()) {
      puts += waited(timeline, lane, Spans.Verb.PUT);
      gets += waited(timeline, lane, Spans.Verb.GET);
    }
    double run = Math.max(1, timeline.now() - timeline.start());
    String answer =
        Math.max(puts, gets) < HARDLY * run ? "nobody" : puts > gets ? "producers" : "consumers";
    String deepest = String.valueOf(timeline.queues().getFirst().maxDepth());
    return Optional.of(
        new Reveal(
            answer,
            words.get(
                "reveal." + answer, TimeText.duration(puts), TimeText.duration(gets), deepest)));
  }

  private static long waited(Timeline timeline, ThreadLane lane, Spans.Verb verb) {
    Spans spans = lane.spans();
    long waited = 0;
    for (int i = 0; i < spans.size(); i++) {
      if (spans.state(i) == ThreadState.QUEUE_WAIT && spans.verb(i) == verb) {
        waited += Math.min(spans.end(i), timeline.now()) - spans.start(i);
      }
    }
    return waited;
  }
}

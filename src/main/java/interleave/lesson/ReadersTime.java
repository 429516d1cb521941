package interleave.lesson;

import interleave.timeline.QueueTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the readers of a queue did for most of their time. */
final class ReadersTime implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    long blocked = 0;
    long asleep = 0;
    long running = 0;
    for (int reader : readers(timeline)) {
      ThreadLane lane = timeline.lanes().get(reader);
      long end = Math.min(lane.end(), timeline.now());
      long start = asked(lane);
      blocked += lane.spans().nanosIn(ThreadState.QUEUE_WAIT, start, end);
      asleep += lane.spans().nanosIn(ThreadState.SLEEPING, start, end);
      running += lane.spans().nanosIn(ThreadState.RUNNING, start, end);
    }
    long most = Math.max(blocked, Math.max(asleep, running));
    if (most == 0) {
      return isWrittenTo(timeline)
          ? Optional.of(Reveal.open(words.get("reveal.unread")))
          : Optional.empty();
    }
    String answer = most == blocked ? "blocked" : most == asleep ? "asleep" : "running";
    String of = TimeText.duration(blocked + asleep + running);
    return Optional.of(
        new Reveal(answer, words.get("reveal." + answer, TimeText.duration(most), of)));
  }

  /**
   * When a reader asked for a message first: what it did before, such as starting, is not reading.
   */
  private static long asked(ThreadLane lane) {
    Spans spans = lane.spans();
    for (int i = 0; i < spans.size(); i++) {
      if (spans.state(i) == ThreadState.QUEUE_WAIT && spans.verb(i) == Spans.Verb.GET) {
        return spans.start(i);
      }
    }
    return lane.start();
  }

  /** Whether there was something to be read: who begins slowly may be ended before. */
  private static boolean isWrittenTo(Timeline timeline) {
    return timeline.queues().stream().anyMatch(queue -> queue.messages() > 0);
  }

  private static Set<Integer> readers(Timeline timeline) {
    Set<Integer> readers = new TreeSet<>();
    for (QueueTrack queue : timeline.queues()) {
      for (int i = 0; i < queue.messages(); i++) {
        int lane = queue.message(i).toLane();
        if (lane >= 0) {
          readers.add(lane);
        }
      }
    }
    return readers;
  }
}

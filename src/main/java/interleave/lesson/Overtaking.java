package interleave.lesson;

import interleave.timeline.SynchronizerTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether threads got permits of a semaphore while others had been waiting for longer. */
final class Overtaking implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    if (timeline.synchronizers().isEmpty()) {
      return Optional.empty();
    }
    SynchronizerTrack track = timeline.synchronizers().getFirst();
    if (track.waits() == 0) {
      return Optional.of(new Reveal("nobody", words.get("reveal.nobody")));
    }
    Set<Long> ends = new HashSet<>();
    for (int i = 0; i < track.waits(); i++) {
      ends.add(track.wait(i).end());
    }
    int past = 0;
    for (int i = 1; i < track.steps(); i++) {
      long time = track.stepTime(i);
      boolean taken = track.stepLevel(i) < track.stepLevel(i - 1);
      past += taken && !ends.contains(time) && track.waitingAt(time) > 0 ? 1 : 0;
    }
    String longest = TimeText.duration(track.longestWaitNs());
    return Optional.of(
        past == 0
            ? new Reveal("queue", words.count("reveal.queue", track.waits(), longest))
            : new Reveal("overtaken", words.count("reveal.overtaken", past, longest)));
  }
}

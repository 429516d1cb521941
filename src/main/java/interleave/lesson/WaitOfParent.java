package interleave.lesson;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;

/** For how much of a program's life its parent waited, for its output or for its end. */
final class WaitOfParent implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    long waited = 0;
    long lived = 0;
    for (ProcessTrack child : timeline.processes()) {
      if (child.parent() == 0) {
        long end = Math.min(child.end(), timeline.now());
        lived += end - child.start();
        for (int lane : timeline.processes().getFirst().lanes()) {
          Spans spans = timeline.lanes().get(lane).spans();
          waited += spans.nanosIn(ThreadState.JOINING, child.start(), end);
          waited += spans.nanosIn(ThreadState.IO, child.start(), end);
        }
      }
    }
    return lived <= 0 || (timeline.live() || timeline.incomplete())
        ? Optional.empty()
        : Optional.of(WaitForOutput.reveal(waited, lived, words));
  }
}

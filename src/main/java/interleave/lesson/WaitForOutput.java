package interleave.lesson;

import interleave.timeline.PipeTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Optional;

/** For how much of a program's life somebody waited for its output. */
final class WaitForOutput implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    long waited = 0;
    long lived = 0;
    for (PipeTrack pipe : timeline.pipes()) {
      if (pipe.stream() == PipeTrack.Stream.OUTPUT && pipe.child() >= 0) {
        ProcessTrack child = timeline.processes().get(pipe.child());
        lived += Math.min(child.end(), timeline.now()) - child.start();
        waited += pipe.waitedNs();
      }
    }
    if (lived <= 0 || (timeline.live() || timeline.incomplete())) {
      return Optional.empty();
    }
    return Optional.of(reveal(waited, lived, words));
  }

  static Reveal reveal(long waited, long lived, Words words) {
    String answer = waited * 4 > lived * 3 ? "most" : waited * 4 > lived ? "half" : "hardly";
    return new Reveal(
        answer, words.get("reveal." + answer, TimeText.duration(waited), TimeText.duration(lived)));
  }
}

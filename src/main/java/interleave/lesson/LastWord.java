package interleave.lesson;

import interleave.timeline.OutputTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Optional;

/**
 * Which of the two threads of a program had the last word. The first thread of Python ends only
 * when all others have ended that are no daemons, so who ended last would be no question.
 */
final class LastWord implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Optional<ThreadLane> loop =
        timeline.lanes().stream().filter(lane -> lane.name().equals("LoopThread")).findFirst();
    if (loop.isEmpty() || loop.get().end() == Timeline.OPEN) {
      return Optional.empty();
    }
    ThreadLane main =
        timeline.lanes().get(timeline.processes().get(loop.get().process()).lanes().getFirst());
    Optional<OutputTrack.Line> said = lastLine(timeline, main);
    if (said.isEmpty() || (timeline.live() || timeline.incomplete())) {
      return Optional.empty();
    }
    long end = loop.get().end();
    if (loop.get().daemon() && end >= main.end()) {
      return Optional.of(new Reveal("cut", words.get("reveal.cut")));
    }
    String by = TimeText.duration(Math.abs(end - said.get().time()));
    if (end > said.get().time()) {
      return Optional.of(new Reveal("loop", words.get("reveal.loop", by)));
    }
    long joined = main.spans().nanosIn(ThreadState.JOINING, main.start(), said.get().time());
    return Optional.of(new Reveal("main", words.get("reveal.main", by, TimeText.duration(joined))));
  }

  private static Optional<OutputTrack.Line> lastLine(Timeline timeline, ThreadLane lane) {
    OutputTrack output = timeline.output();
    for (int i = output.size() - 1; i >= 0; i--) {
      if (output.line(i).lane() == lane.index()) {
        return Optional.of(output.line(i));
      }
    }
    return Optional.empty();
  }
}

package interleave.lesson;

import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;

/** Which of the two threads of a program ended last, and whether the other one could finish. */
final class LastThread implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    List<ThreadLane> lanes = timeline.lanes().stream().filter(lane -> !lane.service()).toList();
    Optional<ThreadLane> main = lanes.stream().filter(lane -> named(lane, "main")).findFirst();
    Optional<ThreadLane> loop =
        lanes.stream().filter(lane -> named(lane, "LoopThread")).findFirst();
    if (main.isEmpty() || loop.isEmpty() || loop.get().end() == Timeline.OPEN) {
      return Optional.empty();
    }
    long mainEnd = main.get().end();
    long loopEnd = loop.get().end();
    long processEnd = timeline.processes().get(loop.get().process()).end();
    if (loop.get().daemon() && loopEnd == processEnd) {
      return Optional.of(new Reveal("cut", words.get("reveal.cut")));
    }
    String by = TimeText.duration(Math.abs(loopEnd - mainEnd));
    if (loopEnd > mainEnd) {
      return Optional.of(new Reveal("loop", words.get("reveal.loop", by)));
    }
    long joined =
        main.get().spans().nanosIn(ThreadState.JOINING, main.get().start(), main.get().end());
    String waited = TimeText.duration(joined);
    return Optional.of(new Reveal("main", words.get("reveal.main", by, waited)));
  }

  private static boolean named(ThreadLane lane, String name) {
    return lane.name().equals(name);
  }
}

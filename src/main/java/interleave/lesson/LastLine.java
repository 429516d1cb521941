package interleave.lesson;

import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Which of two processes printed the last line. Other processes may have been there, which some
 * ways to start one need, and which print nothing.
 */
final class LastLine implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    OutputTrack output = timeline.output();
    Optional<ProcessTrack> child = child(timeline);
    if (child.isEmpty() || output.size() == 0 || (timeline.live() || timeline.incomplete())) {
      return Optional.empty();
    }
    int last = output.size() - 1;
    while (last > 0 && output.line(last).stderr()) {
      last--; // what the runtime says of an exception is no line of the program's
    }
    OutputTrack.Line line = output.line(last);
    if (line.process() == child.get().index()) {
      return Optional.of(new Reveal("child", words.get("reveal.child", line.text())));
    }
    long after = line.time() - child.get().end();
    String answer = after > 0 ? "parent" : "none";
    return Optional.of(
        new Reveal(
            answer,
            words.get("reveal." + answer, line.text(), TimeText.duration(Math.max(0, after)))));
  }

  /** The child that printed something; the first one where none did. */
  private static Optional<ProcessTrack> child(Timeline timeline) {
    Set<Integer> printed = Printed.by(timeline);
    return timeline.processes().stream()
        .filter(process -> process.parent() >= 0)
        .min(Comparator.comparing(process -> !printed.contains(process.index())));
  }
}

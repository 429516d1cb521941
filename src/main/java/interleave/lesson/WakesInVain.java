package interleave.lesson;

import interleave.timeline.Spans;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.Optional;
import java.util.stream.IntStream;

/** How many of those that were notified found that they had to wait again. */
final class WakesInVain implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    long waits = 0;
    long vain = 0;
    for (ThreadLane lane : timeline.lanes()) {
      Spans spans = lane.spans();
      for (int i = 0; i < spans.size(); i++) {
        if (spans.verb(i) == Spans.Verb.AWAIT) {
          waits++;
          vain += waitsAgain(lane, spans.end(i)) ? 1 : 0;
        }
      }
    }
    long stuck =
        IntStream.range(0, timeline.output().size())
            .filter(i -> timeline.output().line(i).text().contains(" gave up after "))
            .count();
    if (stuck > 0) {
      return Optional.of(new Reveal("stuck", words.count("reveal.stuck", stuck, vain)));
    }
    if (waits == 0) {
      boolean ended =
          timeline.processes().stream().anyMatch(process -> process.end() != Timeline.OPEN);
      return ended
          ? Optional.of(new Reveal("none", words.get("reveal.unneeded")))
          : Optional.empty();
    }
    String answer = vain == 0 ? "none" : vain * 4 < waits ? "some" : "many";
    return Optional.of(new Reveal(answer, words.count("reveal.woken", waits, vain)));
  }

  /** Whether the lock that it got back then was given up only to wait anew. */
  private static boolean waitsAgain(ThreadLane lane, long woken) {
    Spans holds = lane.holds();
    int hold = holds.at(woken);
    if (woken == Timeline.OPEN || hold < 0 || holds.start(hold) != woken) {
      return false;
    }
    Spans spans = lane.spans();
    int next = spans.at(holds.end(hold));
    return next >= 0
        && spans.verb(next) == Spans.Verb.AWAIT
        && spans.start(next) == holds.end(hold);
  }
}

package interleave.timeline.explain;

import interleave.timeline.Spans;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Sentences about tasks of event loops: what they await, and who ran them. */
final class Loops {
  private static final Words SAYS = Words.of("timeline/loops");

  private final Timeline timeline;
  private final SentenceWords words;

  Loops(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  /** Whether a span is about what only tasks of event loops do, and the threads that run them. */
  static boolean tells(Spans spans, int i) {
    return switch (spans.about(i)) {
      case TURN, FUTURE, TASKS -> true;
      case LANE -> spans.state(i) == ThreadState.RUNNING;
      case POOL -> spans.state(i) == ThreadState.SLEEPING;
      default -> false;
    };
  }

  String span(Spans spans, int i, int lane, boolean open) {
    String who = words.subject(lane);
    String took = words.between(spans.start(i), spans.end(i));
    String key =
        switch (spans.about(i)) {
          case TURN -> "turn";
          case TASKS -> "tasks";
          case LANE -> "runs";
          case POOL -> "idle";
          default -> spans.state(i) == ThreadState.IO ? "io" : "future";
        };
    String what = spans.about(i) == Spans.About.LANE ? words.who(spans.object(i)) : "";
    String said = SAYS.get(open ? key + ".open" : key, who, took, what);
    if (spans.about(i) != Spans.About.TURN) {
      return SentenceWords.end(words.atLine(said, spans.site(i)));
    }
    int wake = spans.end(i) == Timeline.OPEN ? -1 : timeline.wakes().of(lane, spans.end(i));
    return SentenceWords.end(
        wake < 0 ? said : SAYS.get("woken", said, words.who(timeline.wakes().fromLane(wake))));
  }
}

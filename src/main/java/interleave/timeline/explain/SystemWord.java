package interleave.timeline.explain;

import interleave.timeline.Spans;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;

/** Sentences on what only the system says of a thread. */
final class SystemWord {
  private static final Words SAYS = Words.of("timeline/system");

  private SystemWord() {}

  static String ready(Spans spans, String who, String took, boolean open) {
    return sampled(spans, SAYS.get(key(open), who, took), open);
  }

  private static String key(boolean open) {
    String key = TimeText.countsSteps() ? "stands" : "ready";
    return open ? key.concat(".open") : key;
  }

  static String asleep(Spans spans, int i, String who, String took, boolean open) {
    String channel = spans.channel(i);
    String where = channel.isEmpty() ? "" : SAYS.get("where." + channel);
    String key = spans.sampled() ? "asleep" : "asleep.told";
    return sampled(spans, SAYS.get(open ? key + ".open" : key, who, took, where), open);
  }

  /** What the system was asked from time to time is less sure than what it told as it happened. */
  private static String sampled(Spans spans, String said, boolean open) {
    return spans.sampled() ? said + SAYS.get(open ? "sampled.open" : "sampled") : said;
  }
}

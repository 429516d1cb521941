package interleave.timeline.explain;

import interleave.timeline.Spans;
import interleave.words.Words;

/** Sentences on what only the system says of a thread. */
final class SystemWord {
  private static final Words SAYS = Words.of("timeline/system");

  private SystemWord() {}

  static String ready(String who, String took, boolean open) {
    return SAYS.get(open ? "ready.open" : "ready", who, took);
  }

  static String asleep(Spans spans, int i, String who, String took, boolean open) {
    String channel = spans.channel(i);
    String where = channel.isEmpty() ? "" : SAYS.get("where." + channel);
    return SAYS.get(open ? "asleep.open" : "asleep", who, took, where);
  }
}

package interleave.timeline.explain;

import interleave.timeline.LocalTrack;
import interleave.timeline.Timeline;
import interleave.words.Words;

/** Sentences about the values that thread-locals have in their threads. */
final class LocalValues {
  private static final Words SAYS = Words.of("timeline/locals");

  private final Timeline timeline;
  private final SentenceWords words;

  LocalValues(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String value(LocalTrack local, long start) {
    int i = local.at(start);
    if (i < 0) {
      return "";
    }
    long until = Math.min(local.until(i), timeline.now());
    int reads = local.firstReadAt(until) - local.firstReadAt(local.from(i));
    boolean open = local.until(i) == Timeline.OPEN;
    String what = local.scoped() ? "scoped" : "local";
    String said =
        SAYS.get(
            "sentence." + what + (open ? ".open" : ""),
            words.subject(local.lane()),
            local.name(),
            local.value(i),
            words.between(local.from(i), local.until(i)));
    return said + " " + SAYS.count("sentence.read", reads) + " " + others(local, local.from(i));
  }

  /** How many other threads have a value of their own in it just then. */
  private String others(LocalTrack local, long time) {
    long others =
        timeline.locals().stream()
            .filter(each -> each.lane() != local.lane() && each.name().equals(local.name()))
            .filter(each -> each.currentAt(time) >= 0)
            .count();
    return others == 0 ? SAYS.get("sentence.alone") : SAYS.count("sentence.others", others);
  }
}

package interleave.view.inspector;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Site;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.view.inspector.Subject.Fact;
import interleave.words.Words;
import java.util.Locale;
import java.util.Optional;

/** Where facts are taken from, and how those are worded that are told of many kinds of things. */
record Facts(Timeline timeline, long playhead) {
  private static final Words WORDS = Words.of("view/inspector");

  static Fact fact(String key, String value) {
    return new Fact(WORDS.get("fact." + key), value);
  }

  String moment(long time) {
    return time == Timeline.OPEN ? open("not-yet") : Durations.moment(time - timeline.start());
  }

  String process(int index) {
    if (index < 0) {
      return WORDS.get("unknown");
    }
    ProcessTrack process = timeline.processes().get(index);
    return process.called();
  }

  Optional<Fact> site(int index) {
    Site site = timeline.site(index);
    return site.line() == 0
        ? Optional.empty()
        : Optional.of(
            new Fact(
                WORDS.get("fact.line"),
                site.line() + (site.function().isEmpty() ? "" : " · " + site.function()),
                site));
  }

  /** {@code Lock balance}; just {@code Lock} for a lock named lock. */
  static String titled(String kind, String name) {
    return kind.equalsIgnoreCase(name)
        ? WORDS.get("only." + kind)
        : WORDS.get("subject." + kind, name);
  }

  static String share(long part, long whole) {
    if (whole <= 0 || part <= 0) {
      return "";
    }
    double percent = 100.0 * part / whole;
    return percent < 1 ? " (< 1 %)" : String.format(Locale.ROOT, " (%.0f %%)", percent);
  }

  /** What is said of an end that is not there: {@code usual}, or that it may merely be missing. */
  String open(String usual) {
    return WORDS.get(timeline.incomplete() && !timeline.live() ? "missing" : usual);
  }
}

package interleave.view.status;

import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.view.session.Frame;
import interleave.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the status line. */
final class StatusWords {
  private static final Words WORDS = Words.of("view/status");

  private static final Pattern EXIT = Pattern.compile("exit (-?\\d+)");

  /** So many, and their cost can be told. */
  private static final long MANY_EVENTS = 20_000;

  private StatusWords() {}

  /** {@code Live 3 processes · 5 threads · 61 events · }. */
  static String before(Frame frame) {
    if (!frame.hasRun()) {
      return switch (frame.phase()) {
        case STARTING -> WORDS.get("starting");
        default -> WORDS.get("nothing");
      };
    }
    Timeline timeline = frame.timeline();
    return WORDS.get("phase." + frame.phase())
        + " "
        + some("processes", timeline.processes().size())
        + " · "
        + some("threads", timeline.lanes().size())
        + " · "
        + some("events", timeline.counters().events())
        + " · ";
  }

  /**
   * {@code exit 0} as recordings write it, for the reader; a signal is called the same everywhere.
   */
  static String ending(String written) {
    Matcher code = EXIT.matcher(written);
    return code.matches()
        ? WORDS.get("exit", code.group(1))
        : WORDS.has("ending." + written) ? WORDS.get("ending." + written) : written;
  }

  /** In tenths of a second. */
  static String behind(long ns) {
    return WORDS.get("behind", String.format(Locale.ROOT, "%.1f", ns / 1e9));
  }

  /**
   * What an event costs; empty of few events, of which but some are timed, in code that is not
   * compiled yet.
   */
  static Optional<String> recorder(Timeline.Counters counters) {
    return counters.events() >= MANY_EVENTS && counters.recorderNsPerEvent() > 0
        ? Optional.of(WORDS.get("recorder", Math.round(counters.recorderNsPerEvent())))
        : Optional.empty();
  }

  static String lost(long events) {
    return events > 0 ? some("lost", events) : WORDS.get("lost.none");
  }

  private static String some(String what, long n) {
    return WORDS.count(what, n, Durations.count(n));
  }
}

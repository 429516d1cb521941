package interleave.timeline.explain;

import interleave.timeline.ProcessTrack;
import interleave.timeline.Site;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;

/** Names, numbers and times as they stand in a sentence. */
record SentenceWords(Timeline timeline) {
  private static final Words SAYS = Words.of("timeline/explain");

  /** What tells the thread apart soonest: its process where that has no other, else its name. */
  String who(int lane) {
    if (lane < 0 || lane >= timeline.lanes().size()) {
      return SAYS.get("unknown.thread");
    }
    ThreadLane thread = timeline.lanes().get(lane);
    if (timeline.processes().size() < 2) {
      return thread.name();
    }
    ProcessTrack process = timeline.processes().get(thread.process());
    long threads = process.lanes().stream().filter(this::matters).limit(2).count();
    return threads < 2 ? process.name() : SAYS.get("thread.of", thread.name(), process.name());
  }

  /** The same, where it may be a thread that a library has for itself. */
  String any(int lane) {
    if (lane < 0 || !timeline.lanes().get(lane).service()) {
      return who(lane);
    }
    ThreadLane thread = timeline.lanes().get(lane);
    return SAYS.get("thread.of", thread.name(), process(thread.process()));
  }

  private boolean matters(int lane) {
    return !timeline.lanes().get(lane).service();
  }

  /** {@code who} at the beginning of a sentence; names stay as their programs wrote them. */
  String subject(int lane) {
    return lane < 0 || lane >= timeline.lanes().size()
        ? SAYS.get("unknown.thread.first")
        : who(lane);
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  String process(int process) {
    return process < 0 || process >= timeline.processes().size()
        ? SAYS.get("unknown.process")
        : timeline.processes().get(process).name();
  }

  /** {@code held by Thread-2 at line 27}: what is said, with its line where that is known. */
  String atLine(String said, int site) {
    Site place = timeline.site(site);
    return place.line() == 0 ? said : SAYS.get("at-line", said, place.line());
  }

  /** What is said, as a whole sentence. */
  static String end(String said) {
    return SAYS.get("end", said);
  }

  /** How long from one moment to another, which may not have come yet. */
  String between(long from, long to) {
    return TimeText.duration(Math.max(0, Math.min(to, timeline.now()) - from));
  }

  static String took(long ns) {
    return TimeText.duration(ns);
  }

  /** {@code once}, {@code 1 843 times}. */
  static String times(long n) {
    return many("times", n);
  }

  /** {@code 1 thread}, {@code 3 threads}; {@code what} is a key that ends in s. */
  static String many(String what, long n) {
    return SAYS.count(what, n, count(n));
  }

  /** A number in groups of three. */
  static String count(long n) {
    String digits = Long.toString(Math.abs(n));
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      text.insert(i, ' ');
    }
    return n < 0 ? "\u2212" + text : text.toString();
  }

  /** {@code +5}, {@code −8}. */
  static String change(double by) {
    String size =
        by == Math.rint(by) && Math.abs(by) < 1e15
            ? count((long) Math.abs(by))
            : Double.toString(Math.abs(by));
    return (by < 0 ? "\u2212" : "+") + size;
  }
}

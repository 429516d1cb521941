package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.Spans;
import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Cause;
import interleave.timeline.SynchronizerTrack.Kind;
import interleave.timeline.SynchronizerTrack.Opening;
import interleave.timeline.SynchronizerTrack.Wait;
import interleave.timeline.Timeline;
import interleave.timeline.layout.SynchronizerText;
import interleave.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Sentences about semaphores, latches, barriers, phasers and exchangers: who waited, and for whom.
 */
final class Meetings {
  private static final Words SAYS = Words.of("timeline/synchronizers");

  /** An action that took less is not worth a word. */
  private static final long SHORTEST_ACTION = 200_000;

  private final Timeline timeline;
  private final SentenceWords words;

  Meetings(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String synchronizer(SynchronizerTrack track) {
    String waited =
        switch (track.waits()) {
          case 0 -> SAYS.get("waited.none");
          case 1 -> SAYS.get("waited.single", 1, took(track.waitNs()));
          default ->
              SAYS.get(
                  "waited",
                  SentenceWords.count(track.waits()),
                  took(track.waitNs()),
                  took(track.longestWaitNs()));
        };
    int total = track.totalAt(timeline.now());
    if (total < 0) {
      return track.kind() == Kind.UNKNOWN || track.kind() == Kind.FUTEX
          ? SAYS.get("sum." + track.kind(), waited)
          : waited;
    }
    int level = track.levelAt(timeline.now());
    int opened = opened(track);
    return switch (track.kind()) {
      case UNKNOWN, FUTEX -> waited;
      case SEMAPHORE ->
          SAYS.get(
              total == 0 || track.maxLevel() > total ? "sum.SEMAPHORE.signals" : "sum.SEMAPHORE",
              level,
              total,
              waited);
      case LATCH -> {
        if (opened == 0) {
          yield SAYS.get(sum(track) + ".shut", level, total, waited);
        }
        Opening opening = track.opening(0);
        String after = took(opening.time() - timeline.start());
        yield SAYS.get(sum(track), words.who(opening.lane()), after, waited);
      }
      case BARRIER, PHASER, EXCHANGER -> {
        String rest = broken(track) ? SAYS.get("sum.broken", waited) : waited;
        String key = "sum." + track.kind();
        yield opened == 0
            ? SAYS.get(key + ".never", level, total, rest)
            : SAYS.get(
                opened == 1 ? key + ".first" : key, SentenceWords.count(opened), total, rest);
      }
    };
  }

  private static int opened(SynchronizerTrack track) {
    int opened = track.openings();
    for (int i = track.openings() - 1; i >= 0 && i > track.openings() - 100; i--) {
      opened -= track.opening(i).cause() == Cause.BROKEN ? 1 : 0;
    }
    return opened;
  }

  private static boolean broken(SynchronizerTrack track) {
    int last = track.openings() - 1;
    return last >= 0 && track.opening(last).cause() == Cause.BROKEN;
  }

  private static String latch(SynchronizerTrack track, String before) {
    return before + (track.isEvent() ? "event" : "latch");
  }

  private static String sum(SynchronizerTrack track) {
    return track.isEvent() ? "sum.EVENT" : "sum.LATCH";
  }

  String opening(SynchronizerTrack track, int index) {
    Opening opening = track.opening(index);
    String name = SynchronizerText.name(track);
    String who = words.atLine(words.who(opening.lane()), opening.site());
    String others =
        opening.let() == 0
            ? SAYS.get("others.none")
            : SAYS.count("others", opening.let(), SentenceWords.count(opening.let()));
    long action = opening.time() - opening.arrived();
    return switch (opening.cause()) {
      case BROKEN -> SAYS.get("opening.broken", name, who, others);
      case TERMINATED -> SAYS.get("opening.terminated", name, who);
      case OPENED ->
          switch (track.kind()) {
            case LATCH -> SAYS.get(latch(track, "opening."), name, who, others);
            case EXCHANGER -> SAYS.get("opening.exchange", name, who, met(track, opening));
            case SEMAPHORE, BARRIER, PHASER, UNKNOWN, FUTEX ->
                track.kind() == Kind.BARRIER && action > SHORTEST_ACTION
                    ? SAYS.get("opening.action", name, who, others, took(action))
                    : SAYS.get("opening", name, who, others);
          };
    };
  }

  /** Who waited at an exchanger until the one came that {@code opening} tells of. */
  private String met(SynchronizerTrack track, Opening opening) {
    for (int i = track.waitAt(opening.arrived()); i >= 0; i--) {
      Wait wait = track.wait(i);
      if (wait.by() == opening.lane() && wait.byTime() == opening.arrived()) {
        return words.who(wait.lane());
      }
    }
    return words.who(-1);
  }

  /** {@code Worker-3 waited 41 ms at barrier b: Worker-1 was the last to arrive.} */
  String span(Spans spans, int i, int lane, boolean open) {
    String who = words.subject(lane);
    String lasted = words.between(spans.start(i), spans.end(i));
    if (spans.about(i) != Spans.About.SYNCHRONIZER || spans.object(i) < 0) {
      return parked(spans, i, lane, who, lasted, open);
    }
    SynchronizerTrack track = timeline.synchronizers().get(spans.object(i));
    Wait wait = find(track, lane, spans.start(i));
    String name = SynchronizerText.name(track);
    String said = SAYS.get(open ? "wait.open" : "wait", who, lasted, name);
    said = words.atLine(said, spans.site(i));
    if (wait == null) {
      return SentenceWords.end(said);
    }
    if (track.kind() == Kind.SEMAPHORE && wait.asked() > 1) {
      said = SAYS.get("permit.many", said, wait.asked());
    }
    return SentenceWords.end(because(track, wait, said));
  }

  private String because(SynchronizerTrack track, Wait wait, String said) {
    String by = words.atLine(words.who(wait.by()), wait.bySite());
    return switch (wait.outcome()) {
      case TIMED_OUT -> SAYS.get("timed-out", said);
      case INTERRUPTED -> SAYS.get("interrupted", said);
      case BROKEN ->
          wait.by() < 0 ? SAYS.get("broken.unknown", said) : SAYS.get("broken", said, by);
      case WAITS, ENDED -> missing(track, wait, said);
      case WENT_ON ->
          switch (track.kind()) {
            case SEMAPHORE ->
                wait.by() < 0 ? SAYS.get("permit.unknown", said) : SAYS.get("permit", said, by);
            case LATCH -> wait.by() < 0 ? said : SAYS.get(latch(track, ""), said, by);
            case BARRIER, PHASER -> wait.by() < 0 ? said : SAYS.get("meeting", said, by);
            case EXCHANGER -> wait.by() < 0 ? said : SAYS.get("exchanged", said, by);
            case UNKNOWN -> said;
            case FUTEX -> wait.by() < 0 ? said : SAYS.get("woken", said, by);
          };
    };
  }

  /** What it still waits for, or waited for when it was ended. */
  private String missing(SynchronizerTrack track, Wait wait, String said) {
    long moment = Math.min(timeline.now(), wait.end()) - 1;
    int total = track.totalAt(moment);
    int level = track.levelAt(moment);
    if (total < 0) {
      return said;
    }
    return switch (track.kind()) {
      case SEMAPHORE -> level > 0 ? said : SAYS.get("permit.open", said);
      case LATCH -> SAYS.get(latch(track, "") + ".open", said, level);
      case UNKNOWN, FUTEX -> said;
      case EXCHANGER -> SAYS.get("exchanged.open", said);
      case BARRIER, PHASER ->
          SAYS.get("meeting.open", said, SAYS.count("parties", Math.max(0, total - level)));
    };
  }

  private String parked(Spans spans, int i, int lane, String who, String lasted, boolean open) {
    int wake = spans.end(i) == Timeline.OPEN ? -1 : timeline.wakes().of(lane, spans.end(i));
    String said =
        open
            ? SAYS.get("parked.open", who, lasted)
            : wake < 0
                ? SAYS.get("parked.unknown", who, lasted)
                : SAYS.get("parked", who, lasted, words.who(timeline.wakes().fromLane(wake)));
    return SentenceWords.end(words.atLine(said, spans.site(i)));
  }

  /** What is said of a wait to be notified, with who did notify it where that is known. */
  String notified(String said, int lane, long end) {
    int wake = end == Timeline.OPEN ? -1 : timeline.wakes().of(lane, end);
    return SentenceWords.end(
        wake < 0 ? said : SAYS.get("notified", said, words.who(timeline.wakes().fromLane(wake))));
  }

  /** {@code Reader let go of lock shelf and waited 3 ms at condition notEmpty}. */
  String condition(String who, String lasted, String lock, String condition, boolean open) {
    return SAYS.get(open ? "condition.open" : "condition", who, lasted, lock, condition);
  }

  /** The wait of that lane that goes on at that time; null where none was recorded. */
  private static @Nullable Wait find(SynchronizerTrack track, int lane, long time) {
    for (int i = track.waitAt(time); i >= 0; i--) {
      Wait wait = track.wait(i);
      if (wait.lane() == lane) {
        return wait.end() >= time ? wait : null;
      }
    }
    return null;
  }
}

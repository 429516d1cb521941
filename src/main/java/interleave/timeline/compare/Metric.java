package interleave.timeline.compare;

import interleave.timeline.layout.Durations;
import interleave.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is measured of a run or of a thing in it. */
public enum Metric {
  /** After what counts as the beginning of both runs. */
  BEGAN(Unit.NANOSECONDS, 0),
  DURATION(Unit.NANOSECONDS, 1),
  RAN(Unit.NANOSECONDS, 0),
  SLEPT(Unit.NANOSECONDS, 0),
  WAITED(Unit.NANOSECONDS, 1),
  LOCK_WAIT(Unit.NANOSECONDS, 1),
  LONGEST_WAIT(Unit.NANOSECONDS, 1),
  MEAN(Unit.NANOSECONDS, 1),
  HELD(Unit.NANOSECONDS, 0),
  TOTAL(Unit.NANOSECONDS, 1),
  ACQUIRES(Unit.COUNT, 0),
  CONTENDED(Unit.COUNT, 1),
  COUNT(Unit.COUNT, 0),
  MESSAGES(Unit.COUNT, 0),
  TASKS(Unit.COUNT, 0),
  DEEPEST(Unit.COUNT, 0),
  THROUGHPUT(Unit.PER_SECOND, -1),
  READS(Unit.COUNT, 0),
  WRITES(Unit.COUNT, 0),
  LOST_UPDATES(Unit.COUNT, 1),
  LOST_MESSAGES(Unit.COUNT, 1),
  FAILED_TASKS(Unit.COUNT, 1),
  DEADLOCKS(Unit.COUNT, 1),
  PROCESSES(Unit.COUNT, 0),
  THREADS(Unit.COUNT, 0),
  LINES(Unit.COUNT, 0),
  /** Lines that only one of the runs has printed. */
  OTHER_LINES(Unit.COUNT, 1),
  LAST_VALUE(Unit.TEXT, 0);

  private static final Words WORDS = Words.of("timeline/compare");

  /** In what it is measured. */
  public enum Unit {
    NANOSECONDS,
    COUNT,
    PER_SECOND,
    TEXT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Unit unit;
  private final int worse;

  Metric(Unit unit, int worse) {
    this.unit = unit;
    this.worse = worse;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether more of it is worse (1) or less (-1), or neither says anything (0). */
  public int worse() {
    return worse;
  }

  /** As in a summary and on the command line, such as {@code lost-updates}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Metric> of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** What it is called, for people. */
  public String title() {
    return WORDS.get("metric." + name());
  }

  /** A value of it, for people. */
  public String show(double value) {
    return switch (unit) {
      case NANOSECONDS -> Durations.show(Math.round(value));
      case COUNT -> Durations.count(Math.round(value));
      case PER_SECOND -> WORDS.get("per-second", number(value));
      case TEXT -> "";
    };
  }

  private static String number(double value) {
    return value < 10 && value != Math.rint(value)
        ? String.format(Locale.ROOT, "%.1f", value)
        : Durations.count(Math.round(value));
  }
}

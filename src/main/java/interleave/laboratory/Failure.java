package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.explore.Losses;
import interleave.explore.Trace;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program should not come to, whatever the order. */
public enum Failure {
  LOST_UPDATES,
  DEADLOCKS,
  EXCEPTIONS;

  /** As it is typed, and as the words know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The runs that came to it; empty where none did. */
  public Optional<Endings.Group> in(Endings endings) {
    return switch (this) {
      case LOST_UPDATES -> endings.losing();
      case DEADLOCKS -> all(endings, Ending.Kind.DEADLOCK);
      case EXCEPTIONS -> all(endings, Ending.Kind.EXCEPTION);
    };
  }

  /** The shortest of them, with how often there was any. */
  private static Optional<Endings.Group> all(Endings endings, Ending.Kind kind) {
    List<Endings.Group> all =
        endings.groups().stream().filter(each -> each.ending().kind() == kind).toList();
    long times = all.stream().mapToLong(Endings.Group::times).sum();
    return all.stream().findFirst().map(each -> each.times(times));
  }

  /** The one of that word; empty where there is none. */
  public static Optional<Failure> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Whether a run has come to it; of one that goes on: so far. */
  public boolean in(Trace trace) {
    return switch (this) {
      case LOST_UPDATES -> Losses.of(trace) > 0;
      case DEADLOCKS -> trace.ending().kind() == Ending.Kind.DEADLOCK;
      case EXCEPTIONS -> trace.ending().kind() == Ending.Kind.EXCEPTION;
    };
  }
}

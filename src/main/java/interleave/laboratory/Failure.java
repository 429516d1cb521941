package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.EndingKind;
import interleave.explore.Endings;
import interleave.explore.Losses;
import interleave.explore.Trace;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a program should not come to, whatever the order. */
public enum Failure {
  LOST_UPDATE,
  DEADLOCK,
  EXCEPTION;

  /** As it is typed, and as the words know it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The runs that came to it; empty where none did. */
  public Optional<Endings.Group> in(Endings endings) {
    return switch (this) {
      case LOST_UPDATE -> endings.losing();
      case DEADLOCK -> first(endings, Ending.Kind.DEADLOCK);
      case EXCEPTION -> first(endings, Ending.Kind.EXCEPTION);
    };
  }

  private static Optional<Endings.Group> first(Endings endings, Ending.Kind kind) {
    return EndingKind.of(endings).stream()
        .map(EndingKind::shortest)
        .filter(each -> each.ending().kind() == kind)
        .findFirst();
  }

  /** The one of that word; empty where there is none. */
  public static Optional<Failure> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /** Whether a run has come to it; of one that goes on: so far. */
  public boolean in(Trace trace) {
    return switch (this) {
      case LOST_UPDATE -> Losses.of(trace) > 0;
      case DEADLOCK -> trace.ending().kind() == Ending.Kind.DEADLOCK;
      case EXCEPTION -> trace.ending().kind() == Ending.Kind.EXCEPTION;
    };
  }
}

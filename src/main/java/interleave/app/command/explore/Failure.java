package interleave.app.command.explore;

import interleave.app.command.UsageException;
import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program should not come to, whatever the order. */
enum Failure {
  LOST_UPDATES,
  DEADLOCKS,
  EXCEPTIONS;

  private static final Words WORDS = Words.of("app/explore");

  /** As it is typed, and as the words know it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The runs that came to it; empty where none did. */
  Optional<Endings.Group> in(Endings endings) {
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

  static List<Failure> of(List<String> typed) {
    List<Failure> failures = new ArrayList<>();
    for (String each : typed) {
      failures.add(
          Arrays.stream(values())
              .filter(failure -> failure.word().equals(each))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          WORDS.get("usage.fail-on", each, String.join(", ", new Typed())))));
    }
    return failures;
  }

  /** What can be typed. */
  static final class Typed implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(values()).map(Failure::word).iterator();
    }
  }
}

package interleave.app.command.explore;

import interleave.app.command.UsageException;
import interleave.laboratory.Failure;
import interleave.words.Words;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** At which endings the command fails, as it is typed. */
final class FailOn {
  private static final Words WORDS = Words.of("app/explore");

  private FailOn() {}

  static List<Failure> of(List<String> typed) {
    return typed.stream().map(FailOn::of).toList();
  }

  private static Failure of(String typed) {
    return Failure.of(typed)
        .orElseThrow(
            () ->
                new UsageException(
                    WORDS.get("usage.fail-on", typed, String.join(", ", new Typed()))));
  }

  /** What can be typed. */
  static final class Typed implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Failure.values()).map(Failure::word).iterator();
    }
  }
}

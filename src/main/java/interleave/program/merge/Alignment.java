package interleave.program.merge;

import interleave.file.MachineClock;
import interleave.file.Manifest;
import interleave.words.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the times of recordings come onto one axis. */
public enum Alignment {
  /** They are of one clock: that of one boot of one machine. */
  BOOT,
  /** By the clock on the wall, as each tells it. */
  WALL,
  /** All begin at once, which says nothing of what was before what. */
  START;

  private static final Words WORDS = Words.of("program/merge");

  /** As it is said on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Alignment> of(String word) {
    return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
  }

  /**
   * The one that tells most of what was before what: by one clock where they are of one, else by
   * the wall where all tell it and no two are too far apart to be looked at, else none.
   */
  static Alignment best(List<Source> sources) {
    Source first = sources.getFirst();
    Optional<String> boot = MachineClock.boot(first.manifest());
    if (boot.isPresent()
        && sources.stream().allMatch(each -> MachineClock.boot(each.manifest()).equals(boot))) {
      return BOOT;
    }
    return sources.stream().allMatch(each -> MachineClock.wall(each.manifest()).isPresent())
        ? WALL
        : START;
  }

  /** What is to be known of the result. */
  String sentence() {
    return WORDS.get("aligned." + word());
  }

  /**
   * What to add to the times of a recording for those of the first.
   *
   * @param start tells when one begins, where that is needed
   * @throws IOException with a sentence, where that cannot be known
   */
  long shift(Source first, Source other, Start start) throws IOException {
    return switch (this) {
      case BOOT -> {
        String boot = boot(first);
        if (!boot.equals(boot(other))) {
          throw new IOException(WORDS.get("other-boot", first.name(), other.name()));
        }
        yield 0;
      }
      case WALL -> wall(other) - wall(first);
      case START -> start.of(first) - start.of(other);
    };
  }

  /** When a recording begins, on its own clock. */
  interface Start {
    long of(Source source) throws IOException;
  }

  private static String boot(Source source) throws IOException {
    return MachineClock.boot(source.manifest())
        .orElseThrow(() -> new IOException(WORDS.get("no-boot", source.name())));
  }

  private static long wall(Source source) throws IOException {
    Manifest manifest = source.manifest();
    return MachineClock.wall(manifest)
        .orElseThrow(() -> new IOException(WORDS.get("no-wall", source.name())));
  }
}

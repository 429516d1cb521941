package interleave.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest tells of the clock that times are of, among the facts of the machine: of which
 * boot it is, and what is to be added to a time for that on the clock on the wall.
 */
public final class MachineClock {
  private static final String BOOT = "boot";
  private static final String WALL = "wall";
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int LONGEST = 100;
  private static final long SECOND = 1_000_000_000;

  private MachineClock() {}

  /** That of this machine, now; without the boot where the system does not tell it. */
  static Map<String, String> here() {
    Map<String, String> facts = new TreeMap<>();
    facts.put(WALL, Long.toString(nanos(Instant.now()) - System.nanoTime()));
    try {
      facts.put(BOOT, Files.readString(BOOT_ID, StandardCharsets.US_ASCII).strip());
    } catch (IOException e) {
      // Other systems do not tell it so.
    }
    return facts;
  }

  /** The facts of a recording of which a time is known on both clocks. */
  public static Map<String, String> of(Instant wall, long time) {
    return Map.of(WALL, Long.toString(nanos(wall) - time));
  }

  private static long nanos(Instant instant) {
    return instant.getEpochSecond() * SECOND + instant.getNano();
  }

  static boolean isClock(String fact) {
    return fact.equals(BOOT) || fact.equals(WALL);
  }

  /** The facts of a clock that is ahead by that much; which tells nothing where it is of none. */
  static void later(Map<String, String> facts, long shift, boolean known) {
    if (!known || shift != 0) {
      facts.remove(BOOT);
    }
    if (known) {
      facts.computeIfPresent(WALL, (_, text) -> minus(text, shift));
    } else {
      facts.remove(WALL);
    }
  }

  private static @Nullable String minus(String text, long shift) {
    try {
      return Long.toString(Long.parseLong(text) - shift);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Which boot of which machine it was. */
  public static Optional<String> boot(Manifest manifest) {
    return Optional.ofNullable(manifest.host().get(BOOT))
        .filter(it -> !it.isBlank() && it.length() < LONGEST);
  }

  /** What is to be added to a time for nanoseconds since 1970. */
  public static Optional<Long> wall(Manifest manifest) {
    try {
      return Optional.ofNullable(manifest.host().get(WALL)).map(Long::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

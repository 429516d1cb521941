package interleave.exchange.chrome;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a file beside its events, by name. Of what known writers always say of themselves
 * nothing is to be told; some of them say what time it was.
 */
final class FileMembers {
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  /**
   * Later than any time is, the year 2200: it is damaged, or something else. As a number, since who
   * has a text read as a time waits for all that could stand in one to be loaded.
   */
  private static final Instant LATEST = Instant.ofEpochSecond(7_258_118_400L);

  /** Of Clang: when time was 0, in µs since 1970. */
  private static final String CLANG = "beginningOfTime";

  /** Of PyTorch: the same in ns. */
  private static final String TORCH = "baseTimeNanoseconds";

  private static final Set<String> KNOWN =
      Set.of(
          "displayTimeUnit", // it is for viewers, and the times are what they are
          CLANG,
          "metadata", // of Chromium and its developer tools: about the machine
          "viztracer_metadata",
          "file_info", // of VizTracer: the sources
          TORCH,
          "schemaVersion", // this and what follows, of PyTorch: about machine and settings
          "deviceProperties",
          "distributedInfo",
          "cupti_version",
          "cuda_runtime_version",
          "cuda_driver_version",
          "host_name",
          "profile_memory",
          "record_shapes",
          "trace_id",
          "traceName",
          "with_flops",
          "with_modules",
          "with_stack");

  private final Set<String> names = new LinkedHashSet<>();
  private @Nullable Instant nought;

  /** Whether its value is worth looking at. */
  static boolean isTime(byte[] bytes, int from, int to) {
    return is(CLANG, bytes, from, to) || is(TORCH, bytes, from, to);
  }

  private static boolean is(String name, byte[] bytes, int from, int to) {
    return to - from == name.length() && name.equals(text(bytes, from, to));
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  void add(byte[] bytes, int from, int to) {
    if (names.size() < MOST) {
      names.add(text(bytes, from, Math.min(to, from + LONGEST)));
    }
  }

  /** What one of them has for a value that is a time. */
  void time(byte[] bytes, int name, int nameEnd, int from, int to) {
    boolean micros = is(CLANG, bytes, name, nameEnd);
    try {
      long told = Long.parseLong(text(bytes, from, to).strip());
      Instant at = Instant.EPOCH.plus(told, micros ? ChronoUnit.MICROS : ChronoUnit.NANOS);
      if (told > 0 && at.isBefore(LATEST)) {
        nought = at;
      }
    } catch (NumberFormatException e) {
      // It is no time, and nothing is known of when it was.
    }
  }

  /** What time it was at 0; null where the file does not tell. */
  @Nullable Instant nought() {
    return nought;
  }

  /**
   * Those of which something is to be told.
   *
   * @param own those of the program that wrote the file, which is ours
   */
  List<String> strange(Set<String> own) {
    return names.stream().filter(each -> !KNOWN.contains(each) && !own.contains(each)).toList();
  }
}

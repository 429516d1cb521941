package interleave.exchange.dump;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Times as dumps write them. */
final class DumpTime {
  private static final String LOCAL = "dddd-dd-dd dd:dd:dd";

  private DumpTime() {}

  /**
   * {@code 2026-11-29 20:10:11}, in a zone that nobody tells: it is taken for that of here; null
   * where it is no such time.
   */
  static @Nullable Long local(String line) {
    if (line.length() < LOCAL.length() || !fits(line)) {
      return null;
    }
    String text = line.substring(0, LOCAL.length());
    if (!line.substring(text.length()).isBlank()) {
      return null;
    }
    try {
      LocalDateTime local = LocalDateTime.parse(text.replace(' ', 'T'));
      return nanos(local.atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean fits(String line) {
    for (int i = 0; i < LOCAL.length(); i++) {
      char wanted = LOCAL.charAt(i);
      char there = line.charAt(i);
      if (wanted == 'd' ? there < '0' || there > '9' : there != wanted) {
        return false;
      }
    }
    return true;
  }

  /** {@code 2026-11-29T20:29:53.736689749Z}; null where it is no such time. */
  static @Nullable Long instant(String line) {
    try {
      return nanos(Instant.parse(line.strip()));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** {@code 20:10:11} of the one, {@code 20:29:53.736Z} of the other. */
  static String clock(String text) {
    String whole = text.strip();
    boolean utc = whole.endsWith("Z");
    int end = Math.min(whole.length() - (utc ? 1 : 0), 23);
    return whole.length() > 11 ? whole.substring(11, end) + (utc ? "Z" : "") : whole;
  }

  private static @Nullable Long nanos(Instant at) {
    long seconds = at.getEpochSecond();
    return Math.abs(seconds) > Long.MAX_VALUE / 2_000_000_000L
        ? null
        : Long.valueOf(seconds * 1_000_000_000L + at.getNano());
  }
}

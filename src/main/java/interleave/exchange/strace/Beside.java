package interleave.exchange.strace;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What strace writes between its calls, and that is none of them. */
enum Beside {
  /** Where a call was made, of {@code -k}. */
  FRAME("strace-frame", " > \\S.*"),
  /** What was read or written, of {@code -e read=all}. */
  BYTES("strace-bytes", " \\| [0-9a-f]{5,}  .*"),
  /** The table of {@code -c} and {@code -C}. */
  SUMMARY(
      "strace-summary",
      "% time +seconds +usecs/call.*|-{6} -{11} .*|[ 1][ 0-9][0-9]\\.[0-9]{2} +[0-9]+\\.[0-9]{6}"
          + " .*");

  private final String sort;
  private final Pattern form;

  Beside(String sort, String form) {
    this.sort = sort;
    this.form = Pattern.compile(form);
  }

  /** What it is counted as. */
  String sort() {
    return sort;
  }

  /** What that line is; null where it is none of these. */
  static @Nullable Beside of(String line) {
    if (line.isEmpty() || " %-1".indexOf(line.charAt(0)) < 0) {
      return null;
    }
    for (Beside each : values()) {
      if (each.form.matcher(line).matches()) {
        return each;
      }
    }
    return null;
  }
}

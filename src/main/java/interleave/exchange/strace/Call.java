package interleave.exchange.strace;

import java.util.ArrayList;
import java.util.List;

/**
 * A system call that is over, or broke off.
 *
 * @param end the same as {@code begin} where strace does not tell how long it took
 */
record Call(int tid, String name, String args, String result, long begin, long end) {
  /** What it came back with, -1 where that is no number. */
  int returned() {
    return Numbers.leading(result);
  }

  boolean failed() {
    return result.startsWith("-1 ") || result.equals("-1");
  }

  /** Whether a signal ended it before its time. */
  boolean interrupted() {
    return result.contains("ERESTART") || result.contains(" EINTR ");
  }

  /** Whether a wait ended since its time was up. */
  boolean timedOut() {
    return result.contains("ETIMEDOUT") || result.contains("(Timeout)");
  }

  /**
   * The argument at that place; empty where there are fewer. Commas within brackets, braces and
   * quotes part nothing.
   */
  String arg(int place) {
    List<String> all = parted();
    return place < all.size() ? all.get(place) : "";
  }

  /** At most eight of them. */
  List<String> parted() {
    List<String> all = new ArrayList<>(6);
    int depth = 0;
    boolean quoted = false;
    int from = 0;
    for (int i = 0; i < args.length() && all.size() < 8; i++) {
      char c = args.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (c == ',' && depth == 0) {
        all.add(args.substring(from, i).strip());
        from = i + 1;
      }
    }
    if (all.size() < 8 && from < args.length()) {
      all.add(args.substring(from).strip());
    }
    return all;
  }

  /** The descriptor that an argument is; -1 where it is none. */
  int descriptor(int place) {
    return Numbers.leading(arg(place));
  }

  /** ns of {@code {tv_sec=0, tv_nsec=5000000}} or of the like with microseconds; -1 for none. */
  static long duration(String text) {
    long seconds = field(text, "tv_sec=");
    long nanos = field(text, "tv_nsec=");
    long micros = field(text, "tv_usec=");
    return seconds < 0 || seconds > 9_000_000_000L
        ? -1
        : seconds * 1_000_000_000L + Math.max(0, nanos) + Math.max(0, micros) * 1000;
  }

  private static long field(String text, String key) {
    int at = text.indexOf(key);
    if (at < 0) {
      return -1;
    }
    int from = at + key.length();
    int end = from;
    while (end < text.length() && end < from + 10 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Numbers.whole(text.substring(from, end));
  }
}

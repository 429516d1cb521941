package interleave.exchange.dump;

import interleave.exchange.dump.ThreadDump.Told;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a HotSpot says of deadlocks behind its threads, which names who has a lock also where the
 * stacks do not:
 *
 * <pre>
 *   "Thread-1":
 *     waiting to lock monitor 0x00007fb7 (object 0x000000069ec1b838, a Bank$Account),
 *     which is held by "Thread-2"
 * </pre>
 *
 * <p>{@code jhsdb} writes it before them, {@code Object@0x...} and {@code java/lang/Object}.
 */
final class HotSpotDeadlocks {
  private String waiter = "";
  private @Nullable Told told;
  private boolean stacks;

  /** Whether a name begins in that line that ends in a later one. */
  boolean isBroken(String line) {
    String text = line.strip();
    return text.startsWith("\"") && !text.endsWith("\":")
        || text.startsWith("which is held by \"") && text.indexOf('"') == text.lastIndexOf('"');
  }

  /** Whether these lines are the whole of such. */
  static boolean isWhole(String lines) {
    return lines.endsWith("\":") || lines.contains("which is held by") && lines.endsWith("\"");
  }

  void begin() {
    stacks = false;
    told = null;
  }

  /** Whether the line belongs here. */
  boolean takes(ThreadDump dump, String line) {
    String text = line.strip();
    if (text.startsWith("===")) {
      return true;
    }
    if (text.startsWith("Java stack information")) {
      stacks = true; // the same as above
      return true;
    }
    if (stacks) {
      return text.startsWith("\"") || line.charAt(0) <= ' ';
    }
    if (text.startsWith("\"") && text.endsWith("\":")) {
      waiter = text.substring(1, text.length() - 2);
      return true;
    }
    if (text.startsWith("waiting to lock ")) {
      int object = text.toLowerCase(Locale.ROOT).indexOf("(object");
      told = object < 0 ? null : told(text.substring(object + 8), true);
      return true;
    }
    if (text.startsWith("waiting for ownable synchronizer ")) {
      told = told(text.substring(33).replace("(", ""), false);
      return true;
    }
    if (text.startsWith("in JNI, ") || text.startsWith("which is held by")) {
      held(dump, text);
      return true;
    }
    return line.charAt(0) <= ' ';
  }

  private void held(ThreadDump dump, String text) {
    Told of = told;
    int open = text.indexOf('"');
    int close = text.lastIndexOf('"');
    if (of != null) {
      String owner = open >= 0 && close > open ? text.substring(open + 1, close) : null;
      dump.deadlocked.put(waiter, new Told(of.lock(), of.type(), of.monitor(), owner));
    }
  }

  /** {@code 0x000000069ec1b838, a Bank$Account),}. */
  private static Told told(String text, boolean monitor) {
    int comma = text.indexOf(',');
    int of = text.indexOf("a ", Math.max(0, comma));
    int end = text.indexOf(')');
    String type = comma < 0 || of < 0 || end < of ? "" : text.substring(of + 2, end);
    String lock = text.substring(0, comma < 0 ? text.length() : comma);
    return new Told(lock, type.replace('/', '.'), monitor, null);
  }
}

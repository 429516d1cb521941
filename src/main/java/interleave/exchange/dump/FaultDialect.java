package interleave.exchange.dump;

import interleave.event.TracedRuntime;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What Python's {@code faulthandler} writes: stacks, the innermost frame first, and no state. A
 * dump has no head of its own, unless it comes of a fault or a timeout; so that a thread that comes
 * again is the begin of the next.
 */
final class FaultDialect extends Dialect {
  private static final String STACK = "(most recent call first):";
  private static final String FILE = "  File \"";
  private static final String MIDDLE = "\", line ";

  private final Set<String> seen = new HashSet<>();
  private boolean native_;

  FaultDialect(Consumer<ThreadDump> dumps, Consumer<String> unknown) {
    super(dumps, unknown);
  }

  static boolean isBegin(String line) {
    return isHead(line) || isThread(line) || line.equals("Stack " + STACK);
  }

  private static boolean isHead(String line) {
    return line.startsWith("Fatal Python error: ")
        || line.startsWith("Timeout (") && line.endsWith(")!");
  }

  private static boolean isThread(String line) {
    return (line.startsWith("Thread 0x") || line.startsWith("Current thread 0x"))
        && line.endsWith(STACK);
  }

  @Override
  boolean begins(String line, long number) {
    if (!isBegin(line)) {
      return false;
    }
    seen.clear();
    begin(new ThreadDump(TracedRuntime.PYTHON, number));
    native_ = false;
    return takes(line);
  }

  @Override
  boolean takes(ThreadDump into, String line) {
    if (isHead(line)) {
      return head(into, line);
    }
    if (isThread(line) || line.startsWith("Stack " + STACK)) {
      return thread(into, line);
    }
    if (line.startsWith("Current thread's C stack trace ")) {
      native_ = true;
      return true;
    }
    SeenThread of = thread();
    if (line.startsWith(FILE) && of != null) {
      frame(of, line);
      return true;
    }
    if (line.isBlank()) {
      return true;
    }
    if (line.startsWith("  ") && of != null) {
      if (native_) {
        unknown("frame of C");
      } else if (!line.strip().equals("<no Python frame>")) {
        unknown(line.strip().equals("...") ? "cut stack" : WITHIN_THREAD);
      }
      return true;
    }
    if (line.startsWith("Python runtime state: ") || line.startsWith("<Cannot show all threads")) {
      return true;
    }
    ends();
    return false;
  }

  /** A fault's head; where there are threads already it is that of the next dump. */
  private boolean head(ThreadDump into, String line) {
    if (!into.threads.isEmpty()) {
      ends();
      return false;
    }
    into.label = line;
    return true;
  }

  private boolean thread(ThreadDump into, String line) {
    int from = line.indexOf("0x");
    int to = from < 0 ? -1 : line.indexOf(' ', from);
    String number = to < 0 ? "" : line.substring(from, to);
    if (!seen.add(number)) {
      ends();
      return false;
    }
    int open = line.indexOf('[');
    int close = line.lastIndexOf("] (");
    boolean named = open > 0 && close > open; // since 3.14
    String name = named ? line.substring(open + 1, close).strip() : "";
    SeenThread next =
        new SeenThread("thread " + number, name.isEmpty() ? ("thread " + number).strip() : name);
    next.id = HotSpotHeader.id(number);
    native_ = false;
    begin(into, next);
    return true;
  }

  private void frame(SeenThread of, String line) {
    int middle = line.lastIndexOf(MIDDLE);
    if (middle < FILE.length()) {
      unknown("frame without a line");
      return;
    }
    String file = line.substring(FILE.length(), middle);
    String rest = line.substring(middle + MIDDLE.length());
    int in = rest.indexOf(" in ");
    String number = in < 0 ? rest : rest.substring(0, in);
    String function = in < 0 ? "" : rest.substring(in + 4).strip();
    add(of, new Frame(file, function, "", Frame.number(number)));
  }
}

package interleave.exchange.dump;

import interleave.event.SeenState;
import interleave.event.TracedRuntime;
import java.util.function.Consumer;

/**
 * What {@code py-spy dump} writes as text:
 *
 * <pre>
 *   Process 30397: python3 hang.py
 *   Python v3.13.0 (/usr/bin/python3.13)
 *
 *   Thread 30399 (idle): "holder"
 *       hold (hang.py:7)
 * </pre>
 */
final class PySpyDialect extends Dialect {

  PySpyDialect(Consumer<ThreadDump> dumps, Consumer<String> unknown) {
    super(dumps, unknown);
  }

  static boolean isBegin(String line) {
    int colon = line.indexOf(": ");
    return line.startsWith("Process ")
        && colon > 0
        && HotSpotHeader.id(line.substring(8, colon)) > 0;
  }

  @Override
  boolean begins(String line, long number) {
    if (!isBegin(line)) {
      return false;
    }
    int colon = line.indexOf(": ");
    ThreadDump next = new ThreadDump(TracedRuntime.PYTHON, number);
    next.pid = HotSpotHeader.id(line.substring(8, colon));
    next.command = line.substring(colon + 2).strip();
    begin(next);
    return true;
  }

  @Override
  boolean takes(ThreadDump into, String line) {
    if (line.isBlank()) {
      return true;
    }
    if (line.startsWith("Python v") && into.interpreter.isEmpty()) {
      int end = line.indexOf(" (");
      into.interpreter = "CPython " + line.substring(8, end < 0 ? line.length() : end).strip();
      return true;
    }
    if (line.startsWith("Thread ") && line.indexOf('(') > 0) {
      begin(into, header(line));
      return true;
    }
    SeenThread of = thread();
    if (of == null || !line.startsWith("    ")) {
      ends();
      return false;
    }
    if (line.startsWith("        ")) {
      unknown("local variable");
    } else {
      add(of, frame(line.strip()));
    }
    return true;
  }

  private static SeenThread header(String line) {
    int open = line.indexOf('(');
    int close = line.indexOf(')', open);
    String id = line.substring(7, open).strip();
    int quote = line.indexOf('"');
    int end = line.lastIndexOf('"');
    String name = quote > 0 && end > quote ? line.substring(quote + 1, end) : "thread " + id;
    SeenThread thread = new SeenThread("thread " + id, name);
    thread.id = HotSpotHeader.id(id);
    state(thread, close < 0 ? "" : line.substring(open + 1, close));
    return thread;
  }

  static void state(SeenThread thread, String words) {
    thread.gil = words.contains("gil");
    thread.state =
        words.startsWith("active")
            ? SeenState.RUNNABLE
            : words.startsWith("idle") ? SeenState.IDLE : SeenState.UNKNOWN;
  }

  /** {@code hold (hang.py:7)}. */
  private static Frame frame(String text) {
    int open = text.lastIndexOf(" (");
    int colon = text.lastIndexOf(':');
    int close = text.lastIndexOf(')');
    if (open < 0 || close < open) {
      return new Frame("", text, "", 0);
    }
    boolean line = colon > open && colon < close;
    return new Frame(
        text.substring(open + 2, line ? colon : close),
        text.substring(0, open),
        "",
        line ? Frame.number(text.substring(colon + 1, close)) : 0);
  }
}

package interleave.exchange.dump;

import interleave.event.SeenState;
import interleave.event.TracedRuntime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code jcmd Thread.dump_to_file} writes as text: the pid, the time, the version, and the
 * threads with the virtual ones. JDK 21 has neither states nor locks, later ones have:
 *
 * <pre>
 *   #24 "" virtual BLOCKED 2026-11-29T20:29:53.762007079Z
 *       at Loom.want(Loom.java:8)
 *       - waiting to lock &lt;java.lang.Object@24356d29>
 * </pre>
 */
final class FileDialect extends Dialect {
  private String beforeLast = "";
  private String last = "";
  private final BrokenName name = new BrokenName();

  FileDialect(Consumer<ThreadDump> dumps, Consumer<String> unknown) {
    super(dumps, unknown);
  }

  /** Whether these are the first three lines of such a dump. */
  static boolean isBegin(String first, String second, String third) {
    return HotSpotHeader.id(first) != 0
        && DumpTime.instant(second) != null
        && !third.isEmpty()
        && Character.isDigit(third.charAt(0));
  }

  @Override
  void passes(String line) {
    beforeLast = last;
    last = line.strip();
  }

  @Override
  boolean begins(String line, long number) {
    if (!isBegin(beforeLast, last, line.strip())) {
      return false;
    }
    ThreadDump next = new ThreadDump(TracedRuntime.JAVA, Math.max(1, number - 2));
    next.pid = Math.max(0, HotSpotHeader.id(beforeLast));
    next.time = DumpTime.instant(last);
    next.label = DumpTime.clock(last);
    next.interpreter = "JDK " + line.strip();
    begin(next);
    last = "";
    return true;
  }

  @Override
  boolean takes(ThreadDump into, String line) {
    if (name.isGoing()) {
      return named(into, line);
    }
    if (line.isBlank()) {
      between();
      return true;
    }
    if (isHeader(line)) {
      begin(into, header(line));
      return true;
    }
    if (line.matches("#[0-9]+ \".*")) {
      between();
      name.begin(line);
      return true;
    }
    SeenThread of = thread();
    if (of == null || line.charAt(0) > ' ') {
      return false;
    }
    String text = line.strip();
    if (text.startsWith("- ")) {
      lock(of, text.substring(2));
    } else {
      add(of, Frame.java(text.startsWith("at ") ? text.substring(3) : text));
    }
    return true;
  }

  @Override
  void ends() {
    drop(name);
    super.ends();
  }

  private boolean named(ThreadDump into, String line) {
    String whole = name.with(line, FileDialect::isHeader);
    if (whole != null) {
      begin(into, header(whole));
    } else if (!name.isGoing()) {
      drop(name);
      return takes(into, line);
    }
    return true;
  }

  private static boolean isHeader(String line) {
    int quote = line.indexOf('"');
    return line.startsWith("#") && quote > 0 && line.lastIndexOf('"') > quote;
  }

  private static SeenThread header(String line) {
    int open = line.indexOf('"');
    int close = line.lastIndexOf('"');
    String number = line.substring(1, open).strip();
    String name = close > open ? line.substring(open + 1, close) : "";
    String rest = close > open ? line.substring(close + 1) : "";
    SeenThread thread = new SeenThread("#" + number, name);
    thread.id = HotSpotHeader.id(number);
    thread.service = HotSpotHeader.isOfJvm(name, false);
    for (String word : rest.strip().split(" +", 6)) {
      if (word.equals("virtual")) {
        thread.virtual = true;
      } else if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
        HotSpotHeader.state(thread, word);
      }
    }
    return thread;
  }

  private void lock(SeenThread of, String text) {
    int open = text.indexOf('<');
    String lock = open < 0 ? "" : text.substring(open).strip();
    if (text.startsWith("locked ") && open > 0) {
      of.holds(DumpLock.hashed(lock, true));
    } else if (text.startsWith("waiting ") && open > 0) {
      of.waitsFor = DumpLock.hashed(lock, true);
    } else if (text.startsWith("parking to wait for") && open > 0) {
      of.waitsFor = DumpLock.hashed(closed(lock), false);
      of.state = SeenState.PARKED;
      of.owner = owner(text);
    } else if (!text.startsWith("lock is eliminated")) {
      unknown(MARK);
    }
  }

  private static String closed(String lock) {
    int end = lock.indexOf('>');
    return end < 0 ? lock : lock.substring(0, end + 1);
  }

  /** {@code owner #23}, which JDKs later than 25 may tell. */
  private static @Nullable String owner(String text) {
    int at = text.indexOf("owner #");
    return at < 0 ? null : text.substring(at + 6).replaceAll("[^#0-9].*", "");
  }
}

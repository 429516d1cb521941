package interleave.exchange.dump;

import interleave.event.TracedRuntime;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code jstack}, {@code jcmd Thread.print} and {@code kill -3} write, of JDK 5 to 25: a line
 * with the time, one that says what it is, then thread by thread, and at last the deadlocks. What
 * {@code jhsdb jstack} writes has these first. Other output may stand anywhere between.
 */
final class HotSpotDialect extends Dialect {
  private static final String TITLE = "Full thread dump ";
  private static final String STATE = "java.lang.Thread.State:";
  private static final String FOUND = "Found one Java-level deadlock";
  private static final String OF_AGENT = "Deadlock Detection:";
  private static final Pattern THROWN =
      Pattern.compile("(Exception in thread .*|(Caused by: )?[\\w.$]+(Exception|Error)(: .*)?)");
  private static final String SYNCHRONIZERS = "Locked ownable synchronizers:";

  private enum Part {
    THREADS,
    /** {@code Threads class SMR info}: addresses of threads. */
    ADDRESSES,
    DEADLOCK,
    HEAP
  }

  private final HotSpotDeadlocks deadlocks = new HotSpotDeadlocks();
  private Part part = Part.THREADS;
  private boolean ownable;
  private @Nullable Long time;
  private String label = "";
  private long pid;
  private boolean titled;
  private final BrokenName name = new BrokenName();

  HotSpotDialect(Consumer<ThreadDump> dumps, Consumer<String> unknown) {
    super(dumps, unknown);
  }

  static boolean isBegin(String line) {
    return line.startsWith(TITLE);
  }

  /** Whether it is a thread of a dump of which the beginning was not copied. */
  static boolean isWithoutBegin(String line) {
    return HotSpotHeader.isHeader(line) && line.contains(" tid=0x") && line.contains(" nid=");
  }

  /** The lines before a dump: of {@code jcmd} the pid, and the time. */
  @Override
  void passes(String line) {
    Long told = DumpTime.local(line);
    if (told != null) {
      time = told;
      label = DumpTime.clock(line);
    } else if (line.endsWith(":") && HotSpotHeader.id(line.substring(0, line.length() - 1)) > 0) {
      pid = HotSpotHeader.id(line.substring(0, line.length() - 1));
      time = null;
    } else if (!line.isBlank()) {
      time = null;
      pid = 0;
    }
  }

  @Override
  boolean begins(String line, long number) {
    if (line.equals(OF_AGENT)) {
      begin(new ThreadDump(TracedRuntime.JAVA, number));
      part = Part.THREADS;
      return true;
    }
    if (!isBegin(line)) {
      return !titled && isWithoutBegin(line) && beginsWithin(line, number);
    }
    titled = true;
    ThreadDump next = new ThreadDump(TracedRuntime.JAVA, number);
    String title = line.substring(TITLE.length()).strip();
    next.interpreter = title.endsWith(":") ? title.substring(0, title.length() - 1) : title;
    next.time = time;
    next.label = time == null ? "" : label;
    next.pid = pid;
    begin(next);
    part = Part.THREADS;
    time = null;
    pid = 0;
    return true;
  }

  /** Only where no dump has a title: else it is of one that something else was written into. */
  private boolean beginsWithin(String line, long number) {
    ThreadDump next = new ThreadDump(TracedRuntime.JAVA, number);
    next.time = time;
    next.label = time == null ? "" : label;
    begin(next);
    part = Part.THREADS;
    time = null;
    return threads(next, line);
  }

  @Override
  boolean takes(ThreadDump into, String line) {
    if (isBegin(line) || DumpTime.local(line) != null) {
      ends();
      return false;
    }
    if (name.isGoing()) {
      return named(into, line);
    }
    if (line.isBlank()) {
      return true; // with -l something of the thread follows
    }
    if (line.startsWith(FOUND)) {
      part = Part.DEADLOCK;
      deadlocks.begin();
      into.deadlocks++;
      return true;
    }
    if (isBroken(line)) {
      name.begin(line);
      return true;
    }
    if (part == Part.DEADLOCK && isWithoutBegin(line)) {
      part = Part.THREADS;
    }
    boolean taken =
        switch (part) {
          case THREADS -> threads(into, line);
          case ADDRESSES -> {
            part = line.startsWith("}") ? Part.THREADS : part;
            yield true;
          }
          case DEADLOCK -> deadlocks.takes(into, line) || after(line);
          case HEAP -> heap(line) || threads(into, line);
        };
    if (!taken && THROWN.matcher(line).matches()) {
      between(); // the frames that follow are of what was thrown
    }
    return taken;
  }

  /** With the lines before it, or, where nothing comes of these, for itself. */
  private boolean named(ThreadDump into, String line) {
    boolean none = line.isBlank() || HotSpotHeader.isHeader(line);
    String whole = none ? null : goesOn(line);
    if (whole != null) {
      return takes(into, whole);
    }
    if (!none && name.isGoing()) {
      return true;
    }
    drop(name);
    return takes(into, line);
  }

  /** Whether the name of a thread has the end of a line in it. */
  private boolean isBroken(String line) {
    return part == Part.DEADLOCK
        ? deadlocks.isBroken(line) && !isWithoutBegin(line)
        : part == Part.THREADS && line.startsWith("\"") && !HotSpotHeader.isHeader(line);
  }

  private @Nullable String goesOn(String line) {
    return part == Part.DEADLOCK
        ? name.with(line, HotSpotDeadlocks::isWhole)
        : name.with(line, HotSpotHeader::isHeader);
  }

  private boolean threads(ThreadDump into, String line) {
    if (HotSpotHeader.isHeader(line)) {
      part = Part.THREADS;
      SeenThread next = HotSpotHeader.of(line);
      begin(into, next);
      ownable = false;
      String process = HotSpotHeader.process(next);
      into.process = process.isEmpty() ? into.process : process;
      return true;
    }
    if (line.startsWith("os_prio=") && line.contains(" tid=")) {
      between(); // the sampler of flight recordings has no name in JDK 17
      unknown("thread without a name");
      return true;
    }
    String text = line.strip();
    SeenThread of = thread();
    if (of == null || line.charAt(0) > ' ') {
      return after(line);
    }
    if (text.startsWith("at ")) {
      add(of, Frame.java(text.substring(3)));
    } else if (text.startsWith("- ") && text.contains(" @bci=")) {
      add(of, Frame.ofAgent(text.substring(2)));
    } else if (text.startsWith("- ")) {
      lock(of, text.substring(2).strip());
    } else if (text.startsWith(STATE)) {
      HotSpotHeader.state(of, text.substring(STATE.length()));
    } else if (text.startsWith(SYNCHRONIZERS)) {
      ownable = true;
    } else if (text.startsWith("Mounted virtual thread ")) {
      begin(into, mounted(text.substring(23)));
    } else if (!text.equals("No compile task")
        && !text.startsWith("Carrying virtual thread")
        && !text.startsWith("JavaThread state: ")) {
      unknown(text.startsWith("Compiling") ? "compiling" : WITHIN_THREAD);
    }
    return true;
  }

  /** {@code "name" #23}, or the number alone: what a carrier runs, with a stack of its own. */
  private static SeenThread mounted(String text) {
    String number = text.substring(text.lastIndexOf('#') + 1).strip();
    int quote = text.indexOf('"');
    int end = text.lastIndexOf('"');
    SeenThread next =
        new SeenThread("#" + number, quote >= 0 && end > quote ? text.substring(1, end) : "");
    next.id = HotSpotHeader.id(number);
    next.virtual = true;
    next.state = interleave.event.SeenState.RUNNABLE;
    return next;
  }

  private void lock(SeenThread of, String text) {
    if (ownable) {
      DumpLock lock = DumpLock.hotSpot(text, false);
      if (lock != null) {
        of.held.add(new SeenThread.Held(lock, -1));
      }
    } else if (text.startsWith("locked ")) {
      DumpLock lock = DumpLock.hotSpot(text, true);
      if (lock != null) {
        of.holds(lock);
      }
    } else if (text.startsWith("waiting ") || text.startsWith("parking to wait for")) {
      of.waitsFor =
          of.waitsFor == null ? DumpLock.hotSpot(text, text.startsWith("waiting ")) : of.waitsFor;
    } else if (!text.startsWith("eliminated ")) {
      unknown(MARK);
    }
  }

  /** What stands behind the threads. */
  private boolean after(String line) {
    if (line.startsWith("Threads class SMR info")) {
      part = Part.ADDRESSES;
      return true;
    }
    if (line.equals("Heap")) {
      part = Part.HEAP;
      unknown("heap");
      return true;
    }
    boolean end = line.startsWith("JNI global ref") || line.equals("No deadlocks found.");
    boolean found = line.startsWith("Found ") && line.contains("deadlock");
    if (end || found) {
      part = Part.THREADS;
      between();
    }
    return end || found;
  }

  private static boolean heap(String line) {
    return line.startsWith(" ");
  }

  @Override
  void ends() {
    ownable = false;
    part = Part.THREADS;
    drop(name);
    super.ends();
  }
}

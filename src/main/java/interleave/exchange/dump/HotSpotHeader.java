package interleave.exchange.dump;

import interleave.event.SeenState;
import java.util.Locale;
import java.util.Set;

/**
 * The line that begins a thread in what a HotSpot writes, from JDK 5 to 25:
 *
 * <pre>
 *   "main" #1 prio=5 os_prio=0 cpu=33.27ms elapsed=1.95s tid=0x00007fb8 nid=0x71b5 runnable  [0x00]
 *   "worker" #27 [29503] daemon prio=5 os_prio=0 tid=0x00007fe5 nid=29503 waiting on condition
 *   "VM Thread" os_prio=0 tid=0x00007fe5 nid=29491 runnable
 * </pre>
 */
final class HotSpotHeader {
  /** Threads of Java's that run nothing of the program. */
  private static final Set<String> OF_JVM =
      Set.of(
          "Reference Handler",
          "Finalizer",
          "Signal Dispatcher",
          "Service Thread",
          "Monitor Deflation Thread",
          "Sweeper thread",
          "Notification Thread",
          "Common-Cleaner",
          "Attach Listener",
          "VirtualThread-unblocker",
          "Surrogate Locker Thread (Concurrent GC)");

  private HotSpotHeader() {}

  static boolean isHeader(String line) {
    return line.startsWith("\"")
        && (line.contains("\" #") || line.contains(" prio=") || line.contains(" tid="));
  }

  static SeenThread of(String line) {
    int end = line.lastIndexOf('"');
    String name = end > 0 ? line.substring(1, end) : "";
    String rest = line.substring(end + 1);
    String number = "";
    String address = "";
    long system = 0;
    boolean daemon = false;
    for (String word : rest.strip().split(" +", 24)) {
      if (word.startsWith("#") && number.isEmpty()) {
        number = word.substring(1);
      } else if (word.startsWith("tid=")) {
        address = word.substring(4);
      } else if (word.startsWith("nid=")) {
        system = id(word.substring(4));
      } else if (word.equals("daemon")) {
        daemon = true;
      }
    }
    String key = number.isEmpty() ? "tid " + address : "#" + number;
    SeenThread thread = new SeenThread(key, name);
    thread.id = number.isEmpty() ? system : id(number);
    thread.system = system;
    thread.daemon = daemon;
    thread.service = isOfJvm(name, number.isEmpty() && !rest.contains(" prio="));
    if (rest.contains(" sleeping")) { // JDK 5 has no line with a state
      thread.state = SeenState.SLEEPING;
    }
    return thread;
  }

  static boolean isOfJvm(String name, boolean withoutJava) {
    return withoutJava
        || OF_JVM.contains(name)
        || name.contains("CompilerThread")
        || name.startsWith("JVMCI");
  }

  /** What tells a process from others: where its virtual machine's own thread lies. */
  static String process(SeenThread thread) {
    return thread.name.equals("VM Thread") ? thread.key : "";
  }

  /** Decimal, or hexadecimal with {@code 0x}; 0 where it is neither. */
  static long id(String text) {
    try {
      return text.startsWith("0x")
          ? Long.parseUnsignedLong(text.substring(2), 16)
          : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** {@code TIMED_WAITING (parking)}. */
  static void state(SeenThread thread, String text) {
    String state = text.strip().toUpperCase(Locale.ROOT);
    thread.timed = state.startsWith("TIMED");
    thread.state =
        state.startsWith("RUNNABLE")
            ? SeenState.RUNNABLE
            : state.startsWith("BLOCKED")
                ? SeenState.BLOCKED
                : state.contains("(SLEEPING)")
                    ? SeenState.SLEEPING
                    : state.contains("(PARKING)")
                        ? SeenState.PARKED
                        : state.contains("WAITING")
                            ? SeenState.WAITING
                            : state.startsWith("NEW")
                                ? SeenState.NEW
                                : state.startsWith("TERMINATED")
                                    ? SeenState.ENDED
                                    : SeenState.UNKNOWN;
  }
}

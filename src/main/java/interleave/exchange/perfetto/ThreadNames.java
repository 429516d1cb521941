package interleave.exchange.perfetto;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which threads and processes there are, and what they are called, wherever a file says so. */
final class ThreadNames {
  /** The process of the system's own threads. */
  static final int KERNEL = 2;

  /** The process of threads of which nothing tells whose they are. */
  static final int NOBODY = 0;

  /** A chain of threads that made each other is not followed further. */
  private static final int LONGEST_CHAIN = 64;

  private final Limits limits;
  private final Map<Integer, String> processes = new HashMap<>();
  private final Map<Integer, Integer> ranks = new HashMap<>();
  private final Map<Long, Integer> owners = new HashMap<>();
  private final Map<Long, Long> makers = new HashMap<>();
  private final Map<Long, String> threads = new HashMap<>();

  /** By process and thread: runtimes that number their threads themselves begin anew in each. */
  private final Map<Long, String> threadsOf = new HashMap<>();

  ThreadNames(Limits limits) {
    this.limits = limits;
  }

  /** The name of a program, of the path or the line of words that it was started with. */
  static String program(String command) {
    int end = command.indexOf(' ');
    String path = end < 0 ? command : command.substring(0, end);
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? command : name;
  }

  /** What to call a process: its name, unless that is the line that started it, or is missing. */
  static String called(String name, String command) {
    return name.isEmpty() || name.startsWith("/") ? program(name.isEmpty() ? command : name) : name;
  }

  /** A process is called so; an empty name says only that it is there. */
  void process(int pid, String name) {
    belongs(pid, pid, false);
    if (!name.isEmpty()) {
      limits.name(name.length());
      processes.put(pid, name);
    }
  }

  /** Where a process is to stand among the others: the smallest first. */
  void rank(int pid, int rank) {
    if (ranks.put(pid, rank) == null) {
      limits.name(0);
    }
  }

  int rank(int pid) {
    return ranks.getOrDefault(pid, 0);
  }

  private void belongs(long tid, int pid, boolean surely) {
    Integer before = surely ? owners.put(tid, pid) : owners.putIfAbsent(tid, pid);
    if (before == null) {
      limits.name(0);
    }
  }

  /** A thread of the system's own. */
  void ofKernel(int tid, String name) {
    belongs(tid, KERNEL, true);
    named(tid, name);
  }

  /** A thread of that process is called so. */
  void thread(int pid, long tid, String name) {
    belongs(tid, pid, true);
    named(tid, name);
    if (!name.isEmpty() && threadsOf.put(key(pid, tid), name) == null) {
      limits.name(name.length());
    }
  }

  private static long key(int pid, long tid) {
    return (long) pid << 32 ^ tid;
  }

  /** A thread is called so, whoever's it is; the first name counts, as others come with a time. */
  void named(long tid, String name) {
    if (!name.isEmpty() && threads.putIfAbsent(tid, name) == null) {
      limits.name(name.length());
    }
  }

  /** A thread made another of its own process, or a process. */
  void made(long tid, long maker, boolean sameProcess) {
    if (sameProcess) {
      limits.name(0);
      makers.putIfAbsent(tid, maker);
    } else {
      belongs(tid, (int) tid, false);
    }
  }

  /** The process of a thread, {@link #NOBODY} where nothing tells. */
  int owner(long tid) {
    Long at = tid;
    for (int i = 0; i < LONGEST_CHAIN && at != null; i++) {
      Integer owner = owners.get(at);
      if (owner != null) {
        return owner;
      }
      at = makers.get(at);
    }
    return NOBODY;
  }

  @Nullable String process(int pid) {
    String name = processes.get(pid);
    return name == null ? threads.get((long) pid) : name;
  }

  @Nullable String thread(long tid) {
    return threads.get(tid);
  }

  /** The name of a thread of that process. */
  @Nullable String thread(int pid, long tid) {
    String name = threadsOf.get(key(pid, tid));
    return name == null && owner(tid) == pid ? threads.get(tid) : name;
  }
}

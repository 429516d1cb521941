package interleave.exchange.strace;

import interleave.exchange.strace.StraceLine.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose threads are whose, found by a first look at a file: a child's lines may come long before
 * the call that made it has come back, and the first process is named only once there is a second.
 */
final class Census {
  /** So many threads are known. */
  private static final int MOST = 200_000;

  private final Map<Integer, Born> born = new LinkedHashMap<>();

  /** The call with which a thread makes another, while it has not come back. */
  private final Map<Integer, String> making = new HashMap<>();

  /** By which signals processes were killed. */
  private final Map<Integer, String> killed = new HashMap<>();

  private final Map<Integer, Integer> processes = new HashMap<>();
  private int nameless;
  private int first;

  /**
   * How a thread came to be.
   *
   * @param by who made it, 0 where that is not told
   * @param thread whether it is a thread of the same process
   * @param files whether it shares the descriptors of who made it
   */
  record Born(int by, boolean thread, boolean files, boolean copy) {}

  /** Looks at a line; returns whether it is one of strace's. */
  boolean look(StraceLine line) {
    Kind kind = line.kind();
    if (kind == Kind.OTHER || kind == Kind.BESIDE) {
      return false;
    }
    int tid = line.tid();
    if (kind == Kind.KILLED && killed.size() < MOST) {
      killed.put(tid, line.text());
    }
    if (kind == Kind.ATTACHED || kind == Kind.DETACHED || kind == Kind.NOTE) {
      return true;
    }
    if (first == 0 && tid != 0 && !isMaking() && !born.containsKey(tid)) {
      first = tid;
    }
    String name = line.name();
    if (kind == Kind.BEGUN && isBirth(name)) {
      making.put(tid, line.text());
    } else if ((kind == Kind.CALL || kind == Kind.RESUMED) && isBirth(name)) {
      String begun = making.remove(tid);
      birth(tid, name, begun == null ? line.text() : begun + line.text(), line.result());
    } else if (tid == 0 && nameless == 0 && isOwnName(name)) {
      nameless = Math.max(0, Numbers.leading(line.result()));
    }
    return true;
  }

  private boolean isMaking() {
    return !making.isEmpty();
  }

  static boolean isBirth(String name) {
    return name.equals("clone")
        || name.equals("clone3")
        || name.equals("fork")
        || name.equals("vfork");
  }

  private static boolean isOwnName(String name) {
    return name.equals("set_tid_address") || name.equals("gettid") || name.equals("getpid");
  }

  private void birth(int by, String name, String args, String result) {
    int child = Numbers.leading(result);
    if (child <= 0 || born.size() >= MOST) {
      return;
    }
    boolean thread = args.contains("CLONE_THREAD");
    boolean memory = args.contains("CLONE_VM") || name.equals("vfork");
    born.putIfAbsent(child, new Born(by, thread, args.contains("CLONE_FILES"), !memory));
  }

  /** How that thread came to be; null for those that strace began with. */
  @Nullable Born born(int tid) {
    return born.get(tid);
  }

  /** The signal that killed it; null where none has. */
  @Nullable String killed(int pid) {
    return killed.get(pid);
  }

  /** Whom a line without a number belongs to, while there is only one. */
  int nameless() {
    return nameless != 0 ? nameless : first;
  }

  /** Who made it, by its number. */
  int maker(Born of) {
    return of.by() == 0 ? nameless() : of.by();
  }

  /** The process of a thread: the thread that is the first of it. */
  int process(int tid) {
    Integer known = processes.get(tid);
    if (known != null) {
      return known;
    }
    int at = tid;
    for (int i = 0; i < 1000; i++) {
      Born of = born.get(at);
      if (of == null || !of.thread() || maker(of) == at) {
        break;
      }
      at = maker(of);
    }
    processes.put(tid, at);
    return at;
  }
}

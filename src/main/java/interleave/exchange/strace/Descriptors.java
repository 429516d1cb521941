package interleave.exchange.strace;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which descriptors of a process are ends of pipes; threads share them, a fork copies them. */
final class Descriptors {
  /** So many a process has at once, at most. */
  private static final int MOST = 1 << 16;

  private final Map<Integer, End> open = new HashMap<>();

  /** Those that exec closes. */
  private final Set<Integer> shut = new HashSet<>();

  /**
   * One end of a pipe.
   *
   * @param pipe its number
   */
  record End(int pipe, boolean writes) {}

  Descriptors copy() {
    Descriptors copy = new Descriptors();
    copy.open.putAll(open);
    copy.shut.addAll(shut);
    return copy;
  }

  void open(int descriptor, End end, boolean closesOnExec) {
    if (descriptor >= 0 && open.size() < MOST) {
      open.put(descriptor, end);
      if (closesOnExec) {
        shut.add(descriptor);
      } else {
        shut.remove(descriptor);
      }
    }
  }

  @Nullable End end(int descriptor) {
    return open.get(descriptor);
  }

  /** The end that was closed, if it was one, and is not open by another number. */
  @Nullable End close(int descriptor) {
    End end = open.remove(descriptor);
    shut.remove(descriptor);
    return end == null || open.containsValue(end) ? null : end;
  }

  /** One number becomes what another is. */
  void duplicate(int from, int to, boolean closesOnExec) {
    End end = open.get(from);
    if (end == null) {
      open.remove(to);
    } else if (from != to) {
      open(to, end, closesOnExec);
    }
  }

  void exec() {
    shut.forEach(open::remove);
    shut.clear();
  }

  /** By which of the three standard streams it has that end; -1 for none. */
  int stream(End end) {
    for (int i = 0; i <= 2; i++) {
      if (end.equals(open.get(i))) {
        return i;
      }
    }
    return -1;
  }

  boolean has(End end) {
    return open.containsValue(end);
  }
}

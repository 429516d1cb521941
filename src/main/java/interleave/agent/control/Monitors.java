package interleave.agent.control;

import interleave.agent.control.call.Test;
import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has which monitor, and who waits for a notification: the JVM cannot be asked. */
final class Monitors {
  private final Map<Object, Monitor> all = new IdentityHashMap<>();

  /** One object that is used as a monitor. */
  static final class Monitor {
    @Nullable Strand owner;
    int holds;

    /** Those in {@code Object.wait}, the longest first. */
    final ArrayDeque<Strand> waiting = new ArrayDeque<>();
  }

  Monitor of(Object object) {
    Monitor found = all.get(object);
    if (found == null) {
      found = new Monitor();
      all.put(object, found);
    }
    return found;
  }

  /** Whether {@code strand} could enter what it stands before. */
  boolean isOpenTo(Strand strand) {
    Object target = strand.target;
    if (target == null) {
      return true;
    }
    Strand owner = of(target).owner;
    return owner == null || owner == strand;
  }

  /** {@code strand} goes on, and has the monitor that it stood before. */
  void chosen(Strand strand) {
    Object target = strand.target;
    if (target == null) {
      return;
    }
    if (strand.test == Test.MONITOR) {
      Monitor monitor = of(target);
      monitor.owner = strand;
      monitor.holds = 1;
    } else if (strand.test == Test.NOTIFIED) {
      leaves(strand);
      if (strand.savedHolds > 0) {
        Monitor monitor = of(target);
        monitor.owner = strand;
        monitor.holds = strand.savedHolds;
      }
    }
  }

  /** {@code strand} waits for no notification any more. */
  void leaves(Strand strand) {
    Object target = strand.target;
    if (target != null && strand.test == Test.NOTIFIED) {
      of(target).waiting.remove(strand);
    }
  }

  /** The longest waiting one is notified, or all are. */
  void notified(Object object, boolean everyone) {
    Monitor monitor = of(object);
    do {
      Strand first = monitor.waiting.poll();
      if (first == null) {
        return;
      }
      first.notified = true;
    } while (everyone);
  }
}

package interleave.exchange.dump;

import interleave.event.SeenState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thread of a dump. Filled in as its lines come. */
final class SeenThread {
  /** A stack that is deeper is cut. */
  static final int DEEPEST = 2_000;

  /** What is the same of a thread in all dumps of a process. */
  final String key;

  final String name;

  /**
   * What its runtime calls it, or the system where that is all there is; 0 where it is not told.
   */
  long id;

  /** What the system calls it; 0 where that is not told beside the other. */
  long system;

  boolean daemon;
  boolean virtual;

  /** Whether it belongs to the virtual machine, and runs nothing of the program. */
  boolean service;

  /** Whether it had the interpreter's lock. */
  boolean gil;

  SeenState state = SeenState.UNKNOWN;
  boolean timed;

  /** Innermost first. */
  final List<Frame> stack = new ArrayList<>();

  @Nullable DumpLock waitsFor;

  /** Whose that is, by the dump's own word: the name of a thread, or its id. */
  @Nullable String owner;

  final List<Held> held = new ArrayList<>();

  /**
   * A lock that it had.
   *
   * @param depth where in the stack it was locked, -1 where that is not told
   */
  record Held(DumpLock lock, int depth) {}

  SeenThread(String key, String name) {
    this.key = key;
    this.name = name;
  }

  /** Whether there was room for it. */
  boolean add(Frame frame) {
    return stack.size() < DEEPEST && stack.add(frame);
  }

  void holds(DumpLock lock) {
    if (held.size() < DEEPEST) {
      held.add(new Held(lock, stack.size() - 1));
    }
  }

  /** What a thread waits on to be notified it had let go of, whatever stands beside its frames. */
  void settle() {
    DumpLock on = waitsFor;
    if (on != null) {
      held.removeIf(each -> each.lock().key().equals(on.key()));
    }
    if (state == SeenState.WAITING && on == null) {
      state = byStack();
    }
  }

  /** What the innermost frames tell where the dump only says that it waits. */
  private SeenState byStack() {
    for (int i = 0; i < Math.min(3, stack.size()); i++) {
      Frame frame = stack.get(i);
      if (frame.owner().equals("java.lang.Thread") && frame.function().startsWith("sleep")) {
        return SeenState.SLEEPING;
      }
      if (frame.function().equals("park") || frame.function().equals("parkNanos")) {
        return sleeps() ? SeenState.SLEEPING : SeenState.PARKED;
      }
    }
    return state;
  }

  /** A virtual thread that sleeps is parked. */
  private boolean sleeps() {
    return stack.stream().limit(3).anyMatch(frame -> frame.function().equals("sleepNanos"));
  }
}

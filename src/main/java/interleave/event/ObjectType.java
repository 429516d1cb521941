package interleave.event;

import org.jspecify.annotations.Nullable;

/** What an interned object is. The code is part of the format. */
public enum ObjectType {
  /** A lock that code acquires and releases by calls. */
  LOCK(1),
  /** A monitor: what {@code synchronized} and {@code wait} use. */
  MONITOR(2),
  READ_WRITE_LOCK(3),
  CONDITION(4),
  QUEUE(5),
  POOL(6),
  /** A watched field. */
  VARIABLE(7),
  THREAD_LOCAL(8),
  PROCESS(9),
  LATCH(10),
  BARRIER(11),
  SEMAPHORE(12),
  PHASER(13),
  /** A pipe between a process and its child. */
  PIPE(14),
  /** A thread-local that is bound for the length of a call. */
  SCOPED_VALUE(15),
  /** What a parked thread is parked for, where its type says nothing more. */
  BLOCKER(16),
  EXCHANGER(17),
  /** A lock that whoever wants to may release, not only the thread that took it. */
  OPEN_LOCK(20),
  /** A {@code StampedLock}, which anyone may release that knows the stamp. */
  STAMPED_LOCK(21),
  /** The name of slices, instants or flows. */
  SLICE(22),
  /** A number that changes. */
  COUNTER(23),
  /** A word in memory at which threads wait in the system, until others wake so many of them. */
  FUTEX(24);

  private final int code;

  ObjectType(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  public static @Nullable ObjectType of(int code) {
    for (ObjectType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }
}

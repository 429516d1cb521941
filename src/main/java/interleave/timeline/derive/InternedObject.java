package interleave.timeline.derive;

import interleave.event.ObjectType;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that some process interned: a lock, a queue, a variable. Its definition may come after
 * its first use, and the same queue is another thing in each process; {@code track} is the index of
 * the lock, queue, variable or pool it turned out to be.
 */
final class InternedObject {
  static final int NO_TRACK = -1;

  final int index;
  final ProcessState process;

  /** What its process calls it. */
  final int id;

  @Nullable ObjectType type;
  long key;
  String name = "";

  /** When it got this name. */
  long defined = Long.MIN_VALUE;

  int track = NO_TRACK;

  /** Which kind of track it turned out to be. */
  private @Nullable Sort sort;

  /** What else events take it for, in a recording that was harmed. */
  private @Nullable Map<Sort, InternedObject> others;

  /** A kind of track. */
  enum Sort {
    LOCK,
    QUEUE,
    VARIABLE,
    POOL,
    PIPE,
    SYNCHRONIZER,
    COUNTER;

    /**
     * Whether things of several processes may be one. A pipe is seen from one end only, and of a
     * counter each has its own.
     */
    boolean isShared() {
      return this != PIPE && this != COUNTER;
    }
  }

  /** Of a condition: its lock, once a thread has waited there. */
  @Nullable InternedObject whole;

  InternedObject(int index, ProcessState process, int id) {
    this.index = index;
    this.process = process;
    this.id = id;
  }

  /**
   * This thing as one of that sort: itself, unless its events are of two sorts. Then the later sort
   * has a thing of its own, so that no index is taken for one of another list.
   */
  InternedObject as(Sort wanted) {
    if (sort == null) {
      sort = wanted;
    }
    if (sort == wanted) {
      return this;
    }
    if (others == null) {
      others = new EnumMap<>(Sort.class);
    }
    return others.computeIfAbsent(
        wanted,
        _ -> {
          InternedObject other = new InternedObject(index, process, id);
          other.become(this);
          other.sort = wanted;
          return other;
        });
  }

  /** Whether a thread has it, and others wait until it lets go. */
  boolean isLock() {
    return switch (type) {
      case LOCK, MONITOR, READ_WRITE_LOCK, OPEN_LOCK, STAMPED_LOCK -> true;
      case null, default -> false;
    };
  }

  @Nullable Sort sort() {
    return sort;
  }

  /** The index of its track of that sort, {@link #NO_TRACK} where it has none. */
  int trackAs(Sort wanted) {
    if (sort == wanted) {
      return track;
    }
    InternedObject other = others == null ? null : others.get(wanted);
    return other == null ? NO_TRACK : other.track;
  }

  /** The lock on which it is shown; a condition is shown with its lock. */
  int shownOnLock() {
    InternedObject lock = whole;
    return (lock == null ? this : lock).trackAs(Sort.LOCK);
  }

  /** Takes over what another store knew of it. */
  void become(InternedObject same) {
    type = same.type;
    key = same.key;
    name = same.name;
    defined = same.defined;
  }
}
